using System.Diagnostics;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>What lists take beside many Fälle, asked as pages and API ask them, each kind for another person and thing every time.</summary>
internal static class Listen
{
    /// <summary>Milliseconds that nineteen of twenty callers wait at most.</summary>
    public const double Hoechstens = 100;

    private static readonly string[] Woerter = ["mül", "sch", "Öztürk", "berg", "anna", "wein", "Lind", "yıl", "jü", "stein", "meier", "kov"];

    /// <param name="aufrufe">Of each kind, after a tenth as many that do not count.</param>
    public static async IAsyncEnumerable<Ziel> MeasureAsync(int faelle, int aufrufe, int rufer, string nur = "")
    {
        await using var datenbank = await Datenbank.CreateAsync(Datenbankart.PostgreSql);
        var bestand = await Fallbestand.CreateAsync(datenbank, faelle);
        await using var services = datenbank.Provide(new());
        var abfragen = services.GetRequiredService<IAbfragen>();
        foreach (var (name, frage) in Kinds(bestand).Where(k => k.Name.Contains(nur, StringComparison.Ordinal)))
        {
            var wartezeiten = await RunAsync(rufer, aufrufe, zufall => frage(abfragen, zufall));
            var treffer = wartezeiten.Average(w => w.Rows);
            var ms = wartezeiten.Select(w => w.Ms).Order().ToList();
            yield return Ziel.AtMost($"lists.{name}", At(ms, 0.95), "ms p95", null, Hoechstens, new Dictionary<string, double>
            {
                ["p50"] = At(ms, 0.5),
                ["p99"] = At(ms, 0.99),
                ["calls"] = ms.Count,
                ["callers"] = rufer,
                ["cases"] = faelle,
                ["rows"] = treffer,
            });
        }
    }

    private static IEnumerable<(string Name, Func<IAbfragen, Random, Task<int>> Ask)> Kinds(Fallbestand bestand)
    {
        var heute = bestand.Heute;
        var gross = bestand.Bueros[0];
        string Buero(Random z) => bestand.Bueros[bestand.Bueros.Count == 1 ? 0 : z.Next(1, bestand.Bueros.Count)];
        Akteur Leitung(string buero) => new("leitung", "Leitung", Rollen.Teamleitung, buero);
        Akteur Fallmanager(Random z, string buero) => new(One(z, bestand.FallmanagerOf(buero)), "Person", Rollen.Fallmanager, buero);
        var datenschutz = new Akteur("ds", "Datenschutz", Rollen.Datenschutz);

        foreach (var (wer, akteur) in new (string, Func<Random, Akteur>)[]
        {
            ("person", z => Fallmanager(z, Buero(z))),
            ("person-big-office", z => Fallmanager(z, gross)),
            ("placement", z => new($"{gross}-if{z.Next(20)}", "Person", Rollen.Integrationsfachkraft, gross)),
            ("office", z => Leitung(Buero(z))),
            ("big-office", _ => Leitung(gross)),
            ("all", _ => datenschutz),
        })
        {
            (string, Func<IAbfragen, Random, Task<int>>) Of(string was, Func<Random, Fallfilter> filter) =>
                ($"{wer}.{was}", async (a, z) => (await a.FaelleAsync(akteur(z), filter(z))).Zeilen.Count);

            yield return Of("first", z => new(Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("page", z => new(Folge: Fallfolge.Name, Ab: new(Fallfolge.Name, z.Next(2) == 0, "FM-2015", "" + (char)z.Next('a', 'z'))));
            yield return Of("page-due", z => new(Folge: Fallfolge.Faelligkeit, Ab: new(Fallfolge.Faelligkeit, z.Next(2) == 0, "FM-2015", Faelligkeit: heute.AddDays(z.Next(180)))));
            yield return Of("name", z => new(Text: One(z, Woerter), Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("two-words", z => new(Text: $"{One(z, Woerter)} {(char)z.Next('a', 'z')}", Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("letter", z => new(Text: "" + (char)z.Next('a', 'z'), Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("nobody", z => new(Text: $"zzy{z.Next(9)} ab", Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("number", z => new(Text: $"FM-{2010 + z.Next(16)}-{z.Next(100):D2}"));
            yield return Of("overdue", z => new(FaelligVor: heute, Folge: Fallfolge.Faelligkeit));
            yield return Of("due-by-name", z => new(FaelligBis: heute.AddDays(z.Next(14)), Folge: Fallfolge.Name));
            yield return Of("need-phase", z => new(Bedarf: One(z, Enum.GetValues<Bedarfsbereich>()), Phase: One(z, Enum.GetValues<Phase>()), Status: One(z, Enum.GetValues<Fallstatus>()), Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("rare", z => new(Bedarf: Bedarfsbereich.Wohnen, Phase: One(z, Enum.GetValues<Phase>()), Status: Fallstatus.Angefragt, FaelligVor: heute.AddDays(-20), OhneFallmanager: true, Folge: Fallfolge.Name));
            yield return Of("fallmanager", z => new(FallmanagerId: One(z, bestand.FallmanagerOf(gross)), Folge: One(z, Enum.GetValues<Fallfolge>())));
            yield return Of("without-fallmanager", _ => new(OhneFallmanager: true, Folge: Fallfolge.Name));
        }

        yield return ("tasks.mine", async (a, z) => (await a.MeineAufgabenAsync(Fallmanager(z, Buero(z)), heute)).Count);
        yield return ("tasks.mine-big-office", async (a, z) => (await a.MeineAufgabenAsync(Fallmanager(z, gross), heute)).Count);
        yield return ("tasks.office", async (a, z) => (await a.AufgabenDesBuerosAsync(Buero(z), heute)).Count);
        yield return ("tasks.big-office", async (a, _) => (await a.AufgabenDesBuerosAsync(gross, heute)).Count);
    }

    private static async Task<List<(double Ms, int Rows)>> RunAsync(int rufer, int aufrufe, Func<Random, Task<int>> frage)
    {
        var je = Math.Max(1, aufrufe / rufer);
        var listen = await Task.WhenAll(Enumerable.Range(0, rufer).Select(r => Task.Run(async () =>
        {
            var zufall = new Random(r);
            var zeiten = new List<(double, int)>(je);
            for (var n = -Math.Max(1, je / 10); n < je; n++)
            {
                var begin = Stopwatch.GetTimestamp();
                var zeilen = await frage(zufall);
                if (n >= 0)
                    zeiten.Add((Stopwatch.GetElapsedTime(begin).TotalMilliseconds, zeilen));
            }

            return zeiten;
        })));
        return [.. listen.SelectMany(l => l)];
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    private static T One<T>(Random zufall, IReadOnlyList<T> aus) => aus[zufall.Next(aus.Count)];
}
