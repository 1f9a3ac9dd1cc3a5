using System.Globalization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Service.Demo;

/// <summary>Fills a new database with the demo Jobcenter; its Fälle are made by the real engine in virtual time.</summary>
internal sealed class Demosaat(IStammdaten stammdaten, INetzwerke netzwerke, IUebernahme uebernahme, IDefinitionCatalog prozesse)
{
    /// <param name="jetzt">The demo's present (UTC); the Fälle have run up to here.</param>
    /// <param name="fortschritt">Told how many Fälle of how many are done.</param>
    public async Task<int> RunAsync(DateTimeOffset jetzt, Action<int, int>? fortschritt, CancellationToken cancellation)
    {
        var jobcenter = Demojobcenter.Load();
        await SaveAsync(jobcenter, cancellation);
        await Demonetzwerk.SaveAsync(netzwerke, jobcenter, jetzt, cancellation);

        var faelle = Demofaelle.Create(jobcenter, Ortszeit.DateOf(jetzt));
        var nummern = new Dictionary<int, int>();
        var laeufe = faelle.Select(f => (Fall: f, Nr: nummern[f.Szenario.Von.Year] = nummern.GetValueOrDefault(f.Szenario.Von.Year) + 1)).ToList();
        var fertig = 0;
        var datenbanken = new InMemoryDatabase[laeufe.Count];
        await Parallel.ForAsync(0, laeufe.Count, cancellation, async (i, halt) =>
        {
            var (fall, nr) = laeufe[i];
            var db = new InMemoryDatabase { Nummernkreis = _ => nr };
            db.Bueros[fall.Buero.Id] = fall.Buero;
            foreach (var traeger in jobcenter.Traeger)
                db.Traeger[traeger.Id] = traeger;
            await new Fallsimulation(prozesse, fall.Szenario, db, fall.Besetzung).RunUntilAsync(jetzt, halt);
            datenbanken[i] = db;
            fortschritt?.Invoke(Interlocked.Increment(ref fertig), laeufe.Count);
        });
        await uebernahme.ImportAsync(datenbanken, nummern, cancellation);
        return laeufe.Count;
    }

    private async Task SaveAsync(Demojobcenter jobcenter, CancellationToken cancellation)
    {
        var hasher = new PasswordHasher<Benutzer>();
        foreach (var buero in jobcenter.Bueros)
            await stammdaten.SaveAsync(buero, cancellation);
        foreach (var traeger in jobcenter.Traeger)
            await stammdaten.SaveAsync(traeger, cancellation);
        foreach (var benutzer in jobcenter.Benutzer)
        {
            benutzer.KennwortHash = hasher.HashPassword(benutzer, jobcenter.Kennwort);
            await stammdaten.SaveAsync(benutzer, cancellation);
        }
    }

    /// <summary>The sign-ins as the console shows them.</summary>
    public static IEnumerable<string> Anmeldungen(Demojobcenter jobcenter) => jobcenter.Benutzer.Select(b =>
        string.Create(CultureInfo.InvariantCulture, $"  {b.Id,-10} {Application.Texte.Of($"Rolle.{b.Rolle}"),-18} {b.Name}{(b.BueroId is null ? "" : $" ({b.BueroId})")}"));
}
