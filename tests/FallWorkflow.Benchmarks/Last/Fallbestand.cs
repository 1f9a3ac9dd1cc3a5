using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>
/// Copies of one Fall on PostgreSQL, spread over offices and people as they are in a large Jobcenter: an office with a fifth of all, others of 1,500,
/// about a hundred running Fälle for each Fallmanager; names, phases, needs and last days as they come. Always the same for the same number.
/// </summary>
internal sealed class Fallbestand
{
    private const int GroesseDesBueros = 1_500;

    private readonly List<(string Buero, int Von, int Bis)> _bueros = [];

    private Fallbestand(int faelle, DateOnly heute)
    {
        (Faelle, Heute) = (faelle, heute);
        for (var von = 1; von <= faelle;)
        {
            var bis = Math.Min(faelle, von + (_bueros.Count == 0 ? Math.Max(faelle / 5, 1) : GroesseDesBueros) - 1);
            _bueros.Add(($"b{_bueros.Count:D2}", von, bis));
            von = bis + 1;
        }
    }

    public int Faelle { get; }

    public DateOnly Heute { get; }

    public IReadOnlyList<string> Bueros => [.. _bueros.Select(b => b.Buero)];

    /// <summary>Ids of an office's Fallmanager.</summary>
    public IReadOnlyList<string> FallmanagerOf(string buero)
    {
        var (_, von, bis) = _bueros.Single(b => b.Buero == buero);
        return [.. Enumerable.Range(0, Math.Max(1, (bis - von + 1) * 2 / 300)).Select(n => $"{buero}-fm{n:D3}")];
    }

    public static async Task<Fallbestand> CreateAsync(Datenbank datenbank, int faelle)
    {
        var bestand = new Fallbestand(faelle, Ortszeit.DateOf(TimeProvider.System.GetUtcNow()));
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await vorlage.CopyAsync(datenbank, 1, faelle);
        await using (var services = datenbank.Provide(new()))
        {
            var stammdaten = services.GetRequiredService<IStammdaten>();
            foreach (var buero in bestand.Bueros)
            {
                foreach (var id in bestand.FallmanagerOf(buero))
                    await stammdaten.SaveAsync(new Benutzer { Id = id, Name = $"Person {id}", Rolle = Rollen.Fallmanager, BueroId = buero });
            }
        }

        await using var connection = (NpgsqlConnection)await datenbank.OpenAsync();
        await bestand.StageAsync(connection, vorlage);
        await connection.ExecuteAsync(
            """
            UPDATE "Faelle" f SET "Nummer" = w.nummer, "BueroId" = w.buero, "PersonName" = w.name, "Namensfolge" = w.folge, "FallmanagerId" = w.fallmanager,
                "IntegrationsfachkraftId" = w.vermittlung, "Phase" = w.phase, "Status" = w.status, "Bedarfe" = w.bedarfe, "NaechsteFaelligkeit" = w.faellig
                FROM werte w WHERE f."Id" = w.id;
            DELETE FROM "Suchwoerter" s USING werte w WHERE s."FallId" = w.id;
            INSERT INTO "Suchwoerter" ("FallId", "Wort") SELECT w.id, unnest(string_to_array(w.woerter, ' ')) FROM werte w;
            DELETE FROM "Aufgaben" a USING werte w WHERE a."FallId" = w.id;
            INSERT INTO "Aufgaben" SELECT a.*
                FROM werte w CROSS JOIN LATERAL unnest(string_to_array(w.fristen, ' ')) AS frist
                CROSS JOIN (SELECT * FROM "vorlage_Aufgaben" LIMIT 1) AS v
                CROSS JOIN LATERAL jsonb_populate_record(NULL::"Aufgaben", to_jsonb(v) || jsonb_build_object(
                    'Id', gen_random_uuid(), 'FallId', w.id, 'BueroId', w.buero, 'ZustaendigId', w.fallmanager, 'Status', 'Offen', 'FaelligAm', frist)) AS a;
            """);
        foreach (var tabelle in (string[])["Faelle", "Suchwoerter", "Aufgaben"])
            await connection.ExecuteAsync($"VACUUM FULL ANALYZE \"{tabelle}\"");
        return bestand;
    }

    private async Task StageAsync(NpgsqlConnection connection, Vorlage vorlage)
    {
        await connection.ExecuteAsync(
            """
            CREATE TEMP TABLE werte (id uuid PRIMARY KEY, nummer text, buero text, name text, folge text, fallmanager text, vermittlung text, phase text, status text,
                bedarfe int, faellig date, woerter text, fristen text)
            """);
        var zufall = new Random(1);
        await using var schreiber = await connection.BeginTextImportAsync("COPY werte FROM STDIN");
        foreach (var (buero, von, bis) in _bueros)
        {
            var fallmanager = FallmanagerOf(buero);
            for (var n = von; n <= bis; n++)
                await schreiber.WriteAsync(LineOf(vorlage.FallId(n), n, buero, fallmanager[zufall.Next(fallmanager.Count)], zufall));
        }
    }

    private string LineOf(Guid id, int n, string buero, string fallmanager, Random zufall)
    {
        var person = new Person(Namen.Vorname(zufall), Namen.Nachname(zufall));
        var status = zufall.Next(100) switch
        {
            < 3 => Fallstatus.Angefragt,
            < 8 => Fallstatus.NichtAufgenommen,
            < 68 => Fallstatus.Laufend,
            < 75 => Fallstatus.Nachbetreuung,
            _ => Fallstatus.Beendet,
        };
        var phasen = Enum.GetValues<Phase>();
        var ohne = status == Fallstatus.NichtAufgenommen || (status == Fallstatus.Angefragt && zufall.Next(3) > 0);
        var fristen = status is Fallstatus.Beendet or Fallstatus.NichtAufgenommen
            ? []
            : Enumerable.Range(0, zufall.Next(1, 4)).Select(_ => Heute.AddDays(zufall.Next(10) == 0 ? -zufall.Next(1, 30) : zufall.Next(0, 180))).ToList();
        var row = new FallRow { Id = id, Nummer = $"FM-{2010 + (n % 16)}-{n:D5}", BueroId = buero, Korrelation = "", PersonName = person.Name };
        string?[] werte =
        [
            id.ToString(), row.Nummer, buero, person.Name, Listenwerte.NamensfolgeOf(person), ohne ? null : fallmanager, $"{buero}-if{zufall.Next(20)}",
            phasen[zufall.Next(phasen.Length)].ToString(), status.ToString(), $"{zufall.Next(1, 32)}",
            fristen.Count == 0 ? "infinity" : $"{fristen.Min():yyyy-MM-dd}", string.Join(' ', Listenwerte.WoerterOf(row).Select(w => w.Wort)),
            fristen.Count == 0 ? null : string.Join(' ', fristen.Select(f => $"{f:yyyy-MM-dd}")),
        ];
        return new StringBuilder().AppendJoin('\t', werte.Select(w => w ?? "\\N")).Append('\n').ToString();
    }
}
