using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.TestKit.App;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Reliability.Tests.Geschichten;

/// <summary>
/// One of the shipped scenarios, simulated by the people of an office of its own; the service has the same office and people.
/// </summary>
internal sealed class Geschichte
{
    private Geschichte(string name, Szenario szenario, Fallsimulation simulation)
    {
        Name = name;
        Szenario = szenario;
        Simulation = simulation;
    }

    public string Name { get; }

    public Szenario Szenario { get; }

    public Fallsimulation Simulation { get; }

    /// <summary>Up to here both calendars are compared; exclusive.</summary>
    public DateTimeOffset Ende => Ortszeit.EndOfDay(Szenario.Von.AddMonths(Szenario.Monate));

    /// <summary>Partners that the steps refer to.</summary>
    public IEnumerable<string> Traeger => Szenario.Schritte.Select(s => s.Daten?["traegerId"]?.ToString()).OfType<string>().Distinct();

    public static async Task<Geschichte> SimulateAsync(string name)
    {
        var szenario = Szenario.Parse(await File.ReadAllTextAsync(Path.Combine(Wurzel(), "workflows", "lebenslauf", "szenarien", $"{name}.json")));
        var db = new InMemoryDatabase();
        var buero = BueroOf(szenario.Land);
        db.Bueros[buero.Id] = buero;
        foreach (var traeger in szenario.Schritte.Select(s => s.Daten?["traegerId"]?.ToString()).OfType<string>().Distinct())
            db.Traeger[traeger] = TraegerOf(traeger);
        var besetzung = new Besetzung(
            buero.Id, UserOf(szenario.Land, Rollen.Fallmanager), UserOf(szenario.Land, Rollen.Integrationsfachkraft), UserOf(szenario.Land, Rollen.Teamleitung), Testjobcenter.Datenschuetzerin);
        var geschichte = new Geschichte(name, szenario, new Fallsimulation(Prozesse(), szenario, db, besetzung));
        await geschichte.Simulation.RunUntilAsync(geschichte.Ende);
        return geschichte;
    }

    /// <summary>Creates the story's office, people and partners in the service.</summary>
    public async Task CreateAsync(IStammdaten stammdaten)
    {
        await stammdaten.SaveAsync(BueroOf(Szenario.Land));
        var hash = new PasswordHasher<object>().HashPassword(new object(), Testjobcenter.Kennwort);
        foreach (var rolle in new[] { Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung })
        {
            var id = UserOf(Szenario.Land, rolle);
            await stammdaten.SaveAsync(new Benutzer { Id = id, Name = id, Rolle = rolle, BueroId = BueroOf(Szenario.Land).Id, KennwortHash = hash });
        }

        foreach (var id in Traeger)
        {
            await stammdaten.SaveAsync(TraegerOf(id));
            await stammdaten.SaveAsync(new Benutzer { Id = PartnerOf(id), Name = id, Rolle = Rollen.Traeger, TraegerId = id, KennwortHash = hash });
        }
    }

    public string UserOf(string rolle) => rolle == Rollen.Datenschutz ? Testjobcenter.Datenschuetzerin : UserOf(Szenario.Land, rolle);

    public static string PartnerOf(string traegerId) => $"person.{traegerId}";

    /// <summary>What the step records, in full: a step without data takes what the simulation recorded at its instant.</summary>
    public string DatenOf(Szenarioschritt schritt) => schritt.Daten?.ToJsonString() ?? TatsachenKatalog.Serialize(
        Simulation.Fall!.Akte.Single(e => e.ErfasstAm == Ortszeit.At(schritt.Am, schritt.Um) && TatsachenKatalog.ArtOf(e.Tatsache).Name == schritt.Tatsache).Tatsache);

    private static string UserOf(Land land, string rolle) => $"{rolle}.{land}".ToLowerInvariant();

    private static Buero BueroOf(Land land) => new() { Id = $"buero-{land}".ToLowerInvariant(), Name = $"Büro {land}", Land = land };

    private static Traeger TraegerOf(string id) => new() { Id = id, Name = id, Leistungsbereich = id };

    private static InMemoryDefinitionCatalog Prozesse()
    {
        var katalog = new InMemoryDefinitionCatalog();
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(Wurzel(), "workflows"), "*.json", SearchOption.AllDirectories))
        {
            if (!datei.Contains("szenari", StringComparison.Ordinal) && !datei.EndsWith(".schema.json", StringComparison.Ordinal))
                katalog.Publish(DefinitionReader.Read(File.ReadAllText(datei)));
        }

        return katalog;
    }

    private static string Wurzel()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return ordner;
    }
}
