using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>What happens beside, before or instead of the expected order (R03, R22, R28, R39, R42).</summary>
public class WhenACourseLeavesThePlan
{
    [Fact]
    public async Task A_later_no_brings_the_task_of_an_orderly_end_and_a_change_of_mind_takes_it_back()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(new KlientEntschieden(false, "Es wird mir zu viel."));
        betrieb.Offen("GeordnetBeenden").Single().Rolle.ShouldBe("Fallmanager");
        betrieb.Fall.Status.ShouldBe(Fallstatus.Laufend);

        await betrieb.RecordAsync(new KlientEntschieden(true, "Doch weiter."));
        betrieb.Offen("GeordnetBeenden").ShouldBeEmpty();
        Running(betrieb, "widerruf").ShouldBe(0);

        await betrieb.RecordAsync(new KlientEntschieden(false));
        await betrieb.RecordAsync(new FallBeendet(Beendigungsgrund.Widerruf, "Eigene Entscheidung", true));
        betrieb.Fall.Status.ShouldBe(Fallstatus.Beendet);
        Running(betrieb, "kontaktrhythmus").ShouldBe(0);
    }

    [Fact]
    public async Task Reassessment_can_begin_in_every_phase_and_moves_neither_phase_nor_timers()
    {
        foreach (var vorbereiten in new Func<Betrieb, Task>[]
        {
            _ => Task.CompletedTask,
            b => b.RecordAsync(Assessment),
            b => PlanAsync(b),
            async b => { await PlanAsync(b); await b.RecordAsync(Abschluss); },
        })
        {
            var betrieb = await new Betrieb().AdmitAsync();
            await vorbereiten(betrieb);
            var phase = betrieb.Fall.Phase;
            var vorher = Timers(betrieb);
            vorher.ShouldNotBeEmpty();

            await betrieb.RecordAsync(new NeuassessmentBegonnen("Neue Wohnlage"));

            betrieb.Fall.Phase.ShouldBe(phase);
            Timers(betrieb).ShouldBe(vorher);
            betrieb.Offen("Neuassessment").Count.ShouldBe(1);
            await betrieb.RecordAsync(Assessment);
            betrieb.Offen("Neuassessment").ShouldBeEmpty();
            Timers(betrieb).ShouldBe(vorher);
        }
    }

    [Fact]
    public async Task An_emergency_without_care_reaches_the_team_lead_on_the_next_Werktag()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(new NotfallGemeldet("n1", "Räumung", "Anruf"));
        betrieb.Offen("Notfall").Single().FaelligAm.ShouldBe(Day("2027-01-19"));
        await betrieb.UntilAsync("2027-01-19");
        Eskaliert(betrieb, "Notfall").ShouldBe(0);
        await betrieb.UntilAsync("2027-01-20");
        Eskaliert(betrieb, "Notfall").ShouldBe(1);
        betrieb.Offen("Notfall").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missed_review_is_visible_to_the_team_lead_and_stays_open()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await PlanAsync(betrieb);
        await betrieb.UntilAsync("2027-07-18");
        betrieb.Offen("Planueberpruefung").ShouldBeEmpty();
        await betrieb.UntilAsync("2027-07-19");
        Eskaliert(betrieb, "Überprüfung").ShouldBe(0);
        betrieb.Offen("Planueberpruefung").Single().FaelligAm.ShouldBe(Day("2027-07-19"));
        await betrieb.UntilAsync("2027-07-20");
        Eskaliert(betrieb, "Überprüfung").ShouldBe(1);
        betrieb.Offen("Planueberpruefung").Count.ShouldBe(1);

        await betrieb.RecordAsync(new PlanUeberprueft(Ueberpruefungsergebnis.Weiterfuehren, "läuft"));
        betrieb.Offen("Planueberpruefung").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_begins_with_one_line_and_grows()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(new PlanVereinbart(["Ada Muster"], [Schritt("Unterlagen sammeln")], "Gespräch"));
        betrieb.Fall.Planschritte.Count.ShouldBe(1);

        await betrieb.UntilAsync("2027-02-15");
        await betrieb.RecordAsync(new PlanVereinbart(["Ada Muster", "Schwester"], [Schritt("Unterlagen sammeln"), Schritt("Gläubiger anschreiben")], "Gespräch"));
        betrieb.Fall.Planschritte.Select(s => s.Bezeichnung).ShouldBe(["Unterlagen sammeln", "Gläubiger anschreiben"]);
        betrieb.Count<PlanVereinbart>().ShouldBe(2);
        Running(betrieb, "planueberpruefung").ShouldBe(1);
        betrieb.Db.Engine.Timers.Single(t => t.ActivityId == "ErinnerungAbwarten").DueAt.ShouldBe(Domain.Kalender.Ortszeit.At(Day("2027-07-30"), new(8, 0)));
    }

    [Fact]
    public async Task One_talk_serves_several_purposes_and_its_note_keeps_all_of_it()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.UntilAsync("2027-02-15");
        var kontakt = new KontaktGehalten(Kontaktform.Spaziergang, "Schulden; Kita; Bewerbung", "Unterlagen bis Freitag", "Termin bei der Beratung");
        await betrieb.RecordAsync(kontakt);
        await betrieb.RecordAsync(Assessment);
        await PlanAsync(betrieb);

        betrieb.Fall.Akte.Select(e => e.Tatsache).OfType<KontaktGehalten>().Single().ShouldBe(kontakt);
        betrieb.Offen("Kontakt").ShouldBeEmpty();
        betrieb.Fall.Akte.Where(e => e.WirksamAm == Day("2027-02-15") && e.Tatsache is not PhaseGewechselt).Select(e => e.Tatsache.GetType().Name)
            .ShouldBe(["KontaktGehalten", "AssessmentAbgeschlossen", "PlanVereinbart"]);
    }

    private static readonly AssessmentAbgeschlossen Assessment = new(
        [.. Enum.GetValues<Lebensbereich>().Select(b => new Bereichsbild(b, "belastet", "Freunde", NochNichtGemeinsam: true))],
        Einbezogen: ["Schwester"],
        BildungUndTeilhabe: Bildungsteilhabe.KeineKinder);

    private static readonly FallAbgeschlossen Abschluss = new("damals, heute", "teilweise", "Beratung", "Kita suchen", "ausreichend", false);

    private static Planschritt Schritt(string bezeichnung) => new(bezeichnung, Verantwortung.Klient, Schrittthema.Finanzen);

    private static Task<Faelle.FallErgebnis> PlanAsync(Betrieb betrieb) =>
        betrieb.RecordAsync(new PlanVereinbart(["Ada Muster"], [Schritt("Unterlagen sammeln")], "Gespräch"));

    private static string[] Timers(Betrieb betrieb) =>
        [.. betrieb.Db.Engine.Timers.Select(t => $"{t.ActivityId} {t.DueAt:O}").Order(StringComparer.Ordinal)];

    private static int Running(Betrieb betrieb, string definition) =>
        betrieb.Db.Engine.Instances.Count(i => i.DefinitionId == definition && i.Status == WorkflowStatus.Running);

    private static int Eskaliert(Betrieb betrieb, string titel) =>
        betrieb.Db.Verlauf.Count(v => v.Art == Verlauf.Verlaufsarten.Eskalation && v.Titel.Contains(titel, StringComparison.Ordinal));
}
