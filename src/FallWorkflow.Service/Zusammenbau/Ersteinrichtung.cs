using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>
/// The first offices, partners and accounts of a database that has no account yet, from a JSON file; without them nobody could
/// sign in. Form as <c>deploy/ersteinrichtung.example.json</c>. A database with accounts is left as it is.
/// </summary>
internal sealed class Ersteinrichtung(IStammdaten stammdaten, Einstellungen einstellungen)
{
    /// <summary>Shortest password that is accepted, in characters.</summary>
    private const int MinKennwort = 10;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string[] Rollennamen =
        [Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Prozessgestalter, Rollen.Datenschutz, Rollen.Traeger];

    /// <exception cref="StartfehlerException">The file cannot be read, or its content does not fit together; all mistakes are listed.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (einstellungen.Ersteinrichtung is not { } datei || (await stammdaten.BenutzerAsync(cancellation: cancellation)).Count > 0)
            return;
        var inhalt = Read(datei);
        if (Check(inhalt).ToList() is { Count: > 0 } fehler)
            throw new StartfehlerException(Texte.Of("Seed.Fehler", datei) + string.Concat(fehler.Select(f => $"{Environment.NewLine}  {f}")));

        var hasher = new PasswordHasher<Benutzer>();
        foreach (var buero in inhalt.Bueros)
            await stammdaten.SaveAsync(buero, cancellation);
        foreach (var traeger in inhalt.Traeger)
            await stammdaten.SaveAsync(traeger, cancellation);

        // Accounts last: as long as there is none, a start that was cut short is made up by the next one.
        foreach (var konto in inhalt.Benutzer)
        {
            var benutzer = new Benutzer
            {
                Id = konto.Id,
                Name = konto.Name,
                Rolle = konto.Rolle,
                BueroId = konto.BueroId,
                TeamId = konto.TeamId,
                GemischteAufgaben = konto.GemischteAufgaben,
                TraegerId = konto.TraegerId,
                EMail = konto.EMail,
            };
            benutzer.KennwortHash = hasher.HashPassword(benutzer, KennwortOf(konto)!);
            await stammdaten.SaveAsync(benutzer, cancellation);
        }

        Console.WriteLine(Texte.Of("Seed.Fertig", inhalt.Bueros.Count, inhalt.Benutzer.Count, inhalt.Traeger.Count));
    }

    private static Einrichtung Read(string datei)
    {
        try
        {
            return JsonSerializer.Deserialize<Einrichtung>(File.ReadAllText(datei), Options) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new StartfehlerException(Texte.Of("Seed.Unlesbar", datei, e.Path ?? "$", (e.LineNumber ?? 0) + 1), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartfehlerException(Texte.Of("Seed.Fehlt", datei), e);
        }
    }

    private IEnumerable<string> Check(Einrichtung inhalt)
    {
        if (inhalt.Bueros.Count == 0)
            yield return Texte.Of("Seed.OhneBuero");
        if (inhalt.Benutzer.Count == 0)
            yield return Texte.Of("Seed.OhneKonto");
        foreach (var konto in inhalt.Benutzer)
        {
            if (konto.Id.Length == 0 || konto.Id.Any(char.IsUpper) || inhalt.Benutzer.Count(b => b.Id == konto.Id) > 1)
                yield return Texte.Of("Seed.Kennung", konto.Id);
            if (!Rollennamen.Contains(konto.Rolle))
                yield return Texte.Of("Seed.Rolle", konto.Id, konto.Rolle, string.Join(", ", Rollennamen));
            if (konto.BueroId is not null && inhalt.Bueros.All(b => b.Id != konto.BueroId))
                yield return Texte.Of("Seed.Buero", konto.Id, konto.BueroId);
            if (konto.BueroId is null && konto.Rolle is Rollen.Fallmanager or Rollen.Integrationsfachkraft or Rollen.Teamleitung)
                yield return Texte.Of("Seed.BueroFehlt", konto.Id);
            if (konto.Rolle == Rollen.Traeger && inhalt.Traeger.All(t => t.Id != konto.TraegerId))
                yield return Texte.Of("Seed.Traeger", konto.Id, konto.TraegerId);
            if (!(KennwortOf(konto)?.Length >= MinKennwort))
                yield return Texte.Of("Seed.Kennwort", konto.Id, MinKennwort);
        }
    }

    private string? KennwortOf(Konto konto) => konto.Kennwort ?? einstellungen.Erstkennwort;

    private sealed record Einrichtung
    {
        public IReadOnlyList<Buero> Bueros { get; init; } = [];

        public IReadOnlyList<Traeger> Traeger { get; init; } = [];

        public IReadOnlyList<Konto> Benutzer { get; init; } = [];
    }

    /// <param name="Kennwort">First password; null takes <c>Seed:Password</c>.</param>
    private sealed record Konto(
        string Id, string Name, string Rolle, string? BueroId = null, string? TeamId = null, string? TraegerId = null, string? EMail = null, string? Kennwort = null,
        bool GemischteAufgaben = false);
}
