using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>Handover and return between placement and Fallmanagement (R06–R08).</summary>
public class WhenAHandoverIsAnswered
{
    [Fact]
    public async Task Silence_goes_to_the_team_lead_on_the_Werktag_after_the_last_day()
    {
        var betrieb = new Betrieb();
        await betrieb.OpenAsync();
        await betrieb.UntilAsync("2027-01-18");
        betrieb.Offen("UebergabeUnbeantwortet").ShouldBeEmpty();

        await betrieb.UntilAsync("2027-01-19");
        betrieb.Offen("UebergabeUnbeantwortet").Single().Rolle.ShouldBe("Teamleitung");
        betrieb.Offen("Uebergabe").Single().FaelligAm.ShouldBe(Day("2027-01-18"));

        await betrieb.RecordAsync(new UebergabeAngenommen("fm-1"), Betrieb.Lead);
        betrieb.Offen("UebergabeUnbeantwortet").ShouldBeEmpty();
        betrieb.Offen("Uebergabe").ShouldBeEmpty();
        betrieb.Fall.FallmanagerId.ShouldBe("fm-1");
    }

    [Fact]
    public async Task Declining_names_what_comes_next_and_placement_confirms()
    {
        var betrieb = new Betrieb();
        await betrieb.OpenAsync();
        (await Should.ThrowAsync<InvalidInputException>(() => betrieb.RecordAsync(new UebergabeAbgelehnt("passt nicht", " "))))
            .Fehler.Single().Feld.ShouldBe("wieGehtEsWeiter");

        await betrieb.RecordAsync(new UebergabeAbgelehnt("Es fehlt nur ein Sprachkurs.", "Sprachkurs über die Vermittlung", Day("2027-01-20")));
        betrieb.Fall.Status.ShouldBe(Fallstatus.NichtAufgenommen);
        var rueckgabe = betrieb.Offen("Rueckgabe").Single();
        (rueckgabe.Rolle, rueckgabe.ZustaendigId, rueckgabe.FaelligAm).ShouldBe(("Integrationsfachkraft", "ifk-1", Day("2027-01-18")));

        await betrieb.RecordAsync(new RueckgabeBestaetigt(), Betrieb.Ifk);
        betrieb.Db.Aufgaben.Values.Where(a => a.Status == Aufgabenstatus.Offen).Select(a => (a.Art, a.Rolle)).ShouldBe([("Aufbewahrung", "Datenschutz")]);
        betrieb.Db.Engine.Instances.Where(i => i.Status != WorkflowStatus.Finished).Select(i => i.DefinitionId).ShouldBe(["aufbewahrung-ohne-fall"]);
    }

    [Fact]
    public async Task A_question_goes_to_placement_and_the_handover_stays_open()
    {
        var betrieb = new Betrieb();
        await betrieb.OpenAsync();
        await betrieb.RecordAsync(new UebergabeNachgefragt("Gibt es ein Gutachten?"));
        var frage = betrieb.Offen("Nachfrage").Single();
        (frage.Rolle, frage.ZustaendigId, frage.FaelligAm).ShouldBe(("Integrationsfachkraft", "ifk-1", Day("2027-01-18")));
        betrieb.Offen("Uebergabe").Count.ShouldBe(1);

        await betrieb.RecordAsync(new NachfrageBeantwortet("Ja, vom Dezember."), Betrieb.Ifk);
        betrieb.Offen("Nachfrage").ShouldBeEmpty();
        betrieb.Offen("Uebergabe").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_side_can_ask_for_a_talk_and_the_answer_waits_for_its_note()
    {
        foreach (var (seite, akteur) in new[] { (Seite.Fallmanagement, Betrieb.Fm), (Seite.Vermittlung, Betrieb.Ifk) })
        {
            var betrieb = new Betrieb();
            await betrieb.OpenAsync();
            await betrieb.RecordAsync(new RueckspracheVerlangt(seite, "Was ist schon versucht worden?"), akteur);
            betrieb.Offen("Ruecksprache").Count.ShouldBe(1);
            await ShouldWaitAsync(betrieb, new UebergabeAngenommen("fm-1"));
            await ShouldWaitAsync(betrieb, new UebergabeAbgelehnt("nein", "Vermittlung"));

            await betrieb.RecordAsync(new RueckspracheGefuehrt("Zwei Maßnahmen, beide abgebrochen."));
            betrieb.Offen("Ruecksprache").ShouldBeEmpty();
            await betrieb.RecordAsync(new UebergabeAngenommen("fm-1"));
            betrieb.Offen("Uebergabe").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_running_Fall_goes_back_only_after_placement_has_confirmed()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(new RueckgabeErklaert("Arbeit ist in Reichweite.", "Schulden geregelt", "keine"));
        betrieb.Offen("Rueckgabe").Single().FaelligAm.ShouldBe(Day("2027-01-25"));
        betrieb.Fall.Status.ShouldBe(Fallstatus.Laufend);

        await betrieb.RecordAsync(new RueckspracheVerlangt(Seite.Vermittlung, "Welche Stelle?"), Betrieb.Ifk);
        await ShouldWaitAsync(betrieb, new RueckgabeBestaetigt(), Betrieb.Ifk);
        await betrieb.RecordAsync(new RueckspracheGefuehrt("Lager, ab Februar."));
        await betrieb.RecordAsync(new RueckgabeBestaetigt(), Betrieb.Ifk);

        var beenden = betrieb.Offen("FallBeenden").Single();
        beenden.Rolle.ShouldBe("Fallmanager");
        await betrieb.RecordAsync(new FallBeendet(Beendigungsgrund.RueckgabeAnVermittlung, "Vermittlung übernimmt.", true));
        betrieb.Offen("FallBeenden").ShouldBeEmpty();
        betrieb.Fall.Status.ShouldBe(Fallstatus.Beendet);
    }

    private static async Task ShouldWaitAsync(Betrieb betrieb, Tatsache tatsache, Zugriff.Akteur? akteur = null) =>
        (await Should.ThrowAsync<RuleBrokenException>(() => betrieb.RecordAsync(tatsache, akteur))).Regel.GetType().Name.ShouldBe("RueckspracheMussGefuehrtSein");
}
