using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Service.Demo;

/// <summary>The courses of the demo's Fälle: every phase, with and without trouble, always the same ones.</summary>
internal static class Demofaelle
{
    private const int Anzahl = 60;

    private static readonly string[] ErsteSchritte = ["UebergabeAngenommen", "ErstgespraechGefuehrt", "KlientEntschieden", "FallAufgenommen", "AssessmentAbgeschlossen"];

    /// <summary>A Fall to simulate until now, in the hands of these people.</summary>
    internal sealed record Demofall(Szenario Szenario, Buero Buero, Besetzung Besetzung);

    public static IReadOnlyList<Demofall> Create(Demojobcenter jobcenter, DateOnly heute) =>
        [.. Enumerable.Range(0, Anzahl).Select(i => One(jobcenter, heute, i)).OrderBy(f => f.Szenario.Von)];

    private static Demofall One(Demojobcenter jobcenter, DateOnly heute, int i)
    {
        var buero = jobcenter.Bueros[i % jobcenter.Bueros.Count];
        string Person(string rolle, int nr)
        {
            var leute = jobcenter.Benutzer.Where(b => b.Rolle == rolle && (b.BueroId == buero.Id || rolle == Rollen.Datenschutz)).ToList();
            return leute[nr % leute.Count].Id;
        }

        var besetzung = new Besetzung(
            buero.Id, Person(Rollen.Fallmanager, i / 2), Person(Rollen.Integrationsfachkraft, 0), Person(Rollen.Teamleitung, 0), Person(Rollen.Datenschutz, 0));

        // Handovers spread over nearly three years, so that every phase is met, aftercare and ended ones included.
        var verlauf = i % 10;
        var alter = verlauf switch
        {
            0 => 3 + (i / 3),
            1 => 18 + (i / 2),
            2 => i < 10 ? 735 : 760 + (5 * i),
            3 => 1010 + i,
            _ => 40 + (i * 11),
        };
        var von = Werktag(heute.AddDays(-alter));
        var schritte = new List<Szenarioschritt> { Uebergabe(jobcenter, i, von, verlauf == 5) };
        DateOnly? standardBis = null;
        switch (verlauf)
        {
            case 0:
                // Waits for an answer; some of them too long.
                standardBis = von.AddDays(-1);
                break;
            case 1 when i % 20 == 1:
                schritte.Add(Step(von.AddDays(1), "UebergabeAngenommen"));
                schritte.Add(Step(Werktag(von.AddDays(5)), "NichtAufgenommen", new NichtAufgenommen("Die Person möchte in der Vermittlung bleiben.", "Regelvermittlung, Termin ist vereinbart")));
                break;
            case 1:
                // Under way between handover and plan: the first steps are done, the next one waits.
                schritte.AddRange(ErsteSchritte.Take(i switch { < 20 => 1, < 40 => 4, _ => 5 }).Select((s, n) => Step(Werktag(von.AddDays(2 + n)), s)));
                standardBis = von.AddDays(-1);
                break;
            case 2 when i < 10:
                // The 24 months are over, the joint evaluation is still to come.
                standardBis = heute.AddDays(-15);
                break;
            case 4:
                schritte.Add(Step(Werktag(von.AddDays(60)), "ZuweisungVereinbart", Zuweisung(i, jobcenter) with { ZielIds = ["ziel-schulden"] }));
                break;
            case 6:
                // Nobody has done anything for a while: contacts and more are overdue.
                standardBis = heute.AddDays(-50);
                break;
            case 7:
                schritte.Add(Step(Werktag(heute.AddDays(-9)), "PauseBegonnen", new PauseBegonnen($"pause-{i}", Werktag(heute.AddDays(-9)), heute.AddDays(12), "Stationäre Behandlung")));
                break;
            case 8:
                schritte.Add(Step(Werktag(von.AddDays(30)), "RhythmusGeaendert", new RhythmusGeaendert(2, "Engere Begleitung ist gewünscht")));
                schritte.Add(Step(Werktag(heute.AddDays(-3)), "ZuweisungVereinbart", Zuweisung(i, jobcenter)));
                break;
            case 9 when alter > 60:
                schritte.Add(Step(Werktag(heute.AddDays(-20)), "KontaktAusgefallen", new KontaktAusgefallen("Nicht erschienen")));
                break;
        }

        if (verlauf is 4 or 5 or 8)
            schritte.Add(Step(Werktag(heute.AddDays(-5)), "TerminVereinbart", Termin(i, heute)));

        // What the results of a team are made from: how life areas have moved, and what became of the goal.
        if (verlauf > 1)
        {
            schritte.Add(Step(Werktag(von.AddDays(200)), "EinschaetzungFestgehalten", new EinschaetzungFestgehalten(
                [.. Enum.GetValues<Lebensbereich>().Select((b, n) => new Einschaetzung(b, 2 + ((i + n) % 3)))], "Überprüfung")));
            schritte.Add(Step(Werktag(von.AddDays(300)), "ZielAbgeschlossen", i % 3 == 0
                ? new ZielAbgeschlossen("ziel-schulden", Zielergebnis.TeilweiseErreicht, "Mit einem Gläubiger steht die Vereinbarung noch aus.")
                : new ZielAbgeschlossen("ziel-schulden", Zielergebnis.Erreicht)));
        }

        return new(
            new Szenario
            {
                Name = $"Demo {i}",
                Land = buero.Land,
                Von = von,
                Standard = Szenario.Erledigt,
                StandardBis = standardBis,
                Verzug = verlauf is 6 or 9 ? 2 : 0,
                Schritte = [.. schritte.Where(s => s.Am <= heute)],
            },
            buero,
            besetzung);
    }

    private static Szenarioschritt Uebergabe(Demojobcenter jobcenter, int i, DateOnly von, bool zielgruppe)
    {
        var bedarfe = zielgruppe
            ? [new Handlungsbedarf(Bedarfsbereich.Wohnen, "Ohne eigene Wohnung")]
            : Enumerable.Range(0, 3).Select(n => jobcenter.Bedarfe[(i + n) % jobcenter.Bedarfe.Count]).ToList();
        return Step(von, "Uebergeben", new Uebergeben(
            new Person(
                jobcenter.Vornamen[i * 7 % jobcenter.Vornamen.Count], jobcenter.Nachnamen[i * 5 % jobcenter.Nachnamen.Count],
                new DateOnly(1962 + (i * 3 % 42), 1 + (i % 12), 1 + (i % 27)), $"0151 555{i:0000}", $"Musterweg {i + 1}, 59999 Musterstadt"),
            bedarfe,
            true,
            "Erste Schritte sind schon getan; die Person möchte etwas ändern.",
            zielgruppe ? "Wohnungslosigkeit" : null), new TimeOnly(9, 0));
    }

    private static ZuweisungVereinbart Zuweisung(int i, Demojobcenter jobcenter)
    {
        var traeger = jobcenter.Traeger[i / 2 % jobcenter.Traeger.Count];
        return new(
            $"demo-{i}", traeger.Id, traeger.Leistungsbereich, "Unterstützung bei den nächsten Schritten", true, true, true, true,
            [Freigabefelder.Name, Freigabefelder.Telefon, Freigabefelder.Anliegen], Rechtsgrundlage: "§ 16a SGB II");
    }

    private static TerminVereinbart Termin(int i, DateOnly heute)
    {
        var am = Werktag(heute.AddDays(i % 14));
        return new(
            $"termin-{i}", am < heute ? heute : am, new TimeOnly(9 + (i % 6), i % 4 * 15), 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 214",
            "Wie geht es weiter? Bitte bringen Sie mit, was Sie dazu bekommen haben.");
    }

    private static Szenarioschritt Step(DateOnly am, string tatsache, Tatsache? daten = null, TimeOnly? um = null) => new()
    {
        Am = am,
        Um = um ?? new(10, 30),
        Tatsache = tatsache,
        Daten = daten is null ? null : JsonNode.Parse(TatsachenKatalog.Serialize(daten))!.AsObject(),
        Bestaetigt = true,
    };

    private static DateOnly Werktag(DateOnly tag) => tag.DayOfWeek switch
    {
        DayOfWeek.Saturday => tag.AddDays(-1),
        DayOfWeek.Sunday => tag.AddDays(-2),
        _ => tag,
    };
}
