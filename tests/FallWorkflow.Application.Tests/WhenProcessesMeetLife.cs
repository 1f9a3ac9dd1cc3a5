using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

public class WhenProcessesMeetLife
{
    [Fact]
    public async Task A_dropped_task_goes_on_waiting_for_its_fact()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(Zuweisung());
        await betrieb.ReceiveAsync(new RueckfrageGestellt("z1", "Wann?"), "beratung");
        var aufgabe = betrieb.Offen("Rueckfrage").Single();

        await betrieb.DropAsync(aufgabe);
        (aufgabe.Status, aufgabe.Begruendung, aufgabe.BeendetVon).ShouldBe((Aufgabenstatus.Entfallen, "nicht nötig", "lead-1"));
        betrieb.Offen("Rueckfrage").ShouldBeEmpty();

        await betrieb.RecordAsync(new Domain.Tatsachen.RueckfrageBeantwortet("z1", "vormittags"));
        betrieb.Db.Nachrichten.Select(n => n.Art).ShouldBe([Nachrichtenarten.ZuweisungErteilt, Nachrichtenarten.RueckfrageBeantwortet]);
    }

    [Fact]
    public async Task A_task_is_dropped_only_with_a_reason_and_only_once()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.UntilAsync("2027-02-15");
        var aufgabe = betrieb.Offen("Kontakt").Single();
        (await Should.ThrowAsync<InvalidInputException>(() => betrieb.Faelle.CompleteAsync(new(aufgabe.Id, null, "  "), Betrieb.Fm))).Fehler.Single().Feld.ShouldBe("begruendung");
        (await Should.ThrowAsync<InvalidInputException>(() => betrieb.Faelle.CompleteAsync(new(aufgabe.Id, "Irgendwie"), Betrieb.Fm))).Fehler.Single().Feld.ShouldBe("ergebnis");
        aufgabe.Status.ShouldBe(Aufgabenstatus.Offen);
        await betrieb.DropAsync(aufgabe);
        (await Should.ThrowAsync<RuleBrokenException>(() => betrieb.DropAsync(aufgabe))).Regel.Quelle.ShouldBe("R86");
    }

    [Fact]
    public async Task A_dropped_contact_comes_again_after_another_window()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.UntilAsync("2027-02-15");
        await betrieb.DropAsync(betrieb.Offen("Kontakt").Single());
        await betrieb.UntilAsync("2027-03-12");
        betrieb.Offen("Kontakt").ShouldBeEmpty();
        await betrieb.UntilAsync("2027-03-15");
        betrieb.Offen("Kontakt").Count.ShouldBe(1);
        betrieb.Fall.LetzterKontaktAm.ShouldBe(Day("2027-01-18"));
    }

    [Fact]
    public async Task An_older_contact_recorded_late_leaves_the_task_open()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.UntilAsync("2027-02-15");
        await betrieb.Faelle.RecordAsync(new(betrieb.FallId, Kontakt, Day("2027-01-15")), Betrieb.Fm);
        betrieb.Offen("Kontakt").Count.ShouldBe(1);
        await betrieb.RecordAsync(Kontakt);
        betrieb.Offen("Kontakt").ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_tasks_follow_the_new_Fallmanager()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.UntilAsync("2027-02-15");
        var aufgaben = betrieb.Db.Aufgaben.Values.Where(a => a.Status == Aufgabenstatus.Offen && a.Rolle == "Fallmanager").ToList();
        aufgaben.ShouldNotBeEmpty();
        aufgaben.ShouldAllBe(a => a.ZustaendigId == "fm-1");

        await betrieb.RecordAsync(new FallmanagerGewechselt("fm-2", "Elternzeit", Day("2027-01-18")));

        aufgaben.ShouldAllBe(a => a.ZustaendigId == "fm-2");
        await Should.ThrowAsync<NotFoundException>(() => betrieb.RecordAsync(Kontakt, Betrieb.Fm));
        await betrieb.RecordAsync(Kontakt, Betrieb.Fm2);
        betrieb.Fall.LetzterKontaktAm.ShouldBe(Day("2027-02-15"));
    }

    [Fact]
    public async Task Two_emergencies_close_separately()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(new NotfallGemeldet("n1", "Stromsperre", "Anruf"));
        await betrieb.RecordAsync(new NotfallGemeldet("n2", "Räumung", "Anruf"));
        betrieb.Offen("Notfall").Select(a => a.Bezug).Order(StringComparer.Ordinal).ShouldBe(["n1", "n2"]);
        await betrieb.RecordAsync(new NotfallVersorgt("n1", "Strom ist an"));
        betrieb.Offen("Notfall").Select(a => a.Bezug).ShouldBe(["n2"]);
        betrieb.Fall.Notfaelle.Keys.ShouldBe(["n2"]);
        await betrieb.RecordAsync(new NotfallVersorgt("n2", "Aufschub"));
        betrieb.Offen("Notfall").ShouldBeEmpty();
    }

    [Fact]
    public async Task Consent_withdrawn_while_an_approval_is_missing_lets_no_message_leave()
    {
        var betrieb = await new Betrieb(WithApproval).AdmitAsync();
        await betrieb.RecordAsync(Zuweisung());
        var freigabe = betrieb.Offen("Freigabe").Single();
        betrieb.Db.Nachrichten.ShouldBeEmpty();

        await betrieb.RecordAsync(new EinwilligungWiderrufen("z1"));
        await betrieb.Faelle.CompleteAsync(new(freigabe.Id, "Freigegeben"), Betrieb.Lead);

        betrieb.Db.Nachrichten.ShouldBeEmpty();
        (betrieb.Fall.Zuweisungen["z1"].Stand, betrieb.Fall.Zuweisungen["z1"].GesendetAm).ShouldBe((Zuweisungsstand.Zurueckgezogen, null));
        betrieb.Db.Engine.Instances.ShouldNotContain(i => i.DefinitionId == "zuweisung" && i.Status == Engine.Execution.WorkflowStatus.Running);
        betrieb.Db.Engine.Journal.ShouldNotContain(j => j.Kind == Engine.Journal.JournalKinds.ActivityFaulted);
    }

    [Fact]
    public async Task An_approval_that_is_given_lets_the_message_leave()
    {
        var betrieb = await new Betrieb(WithApproval).AdmitAsync();
        await betrieb.RecordAsync(Zuweisung());
        await betrieb.Faelle.CompleteAsync(new(betrieb.Offen("Freigabe").Single().Id, "Freigegeben"), Betrieb.Lead);
        betrieb.Db.Nachrichten.Select(n => (n.Art, n.TraegerId)).ShouldBe([(Nachrichtenarten.ZuweisungErteilt, "beratung")]);
    }

    [Fact]
    public async Task A_mandate_taken_back_while_an_approval_is_missing_is_not_told()
    {
        var betrieb = await new Betrieb((name, json) => WithApprovalOf("beauftragte-dritte", "AuftragMitteilen", name, json)).AdmitAsync();
        await betrieb.RecordAsync(Zuweisung());
        await betrieb.RecordAsync(new ZuweisungAngenommen("z1"));
        await betrieb.RecordAsync(new Domain.Tatsachen.FallfuehrungUebertragen("z1", "Begleitung", "Frau Klar", true));
        await betrieb.RecordAsync(new Domain.Tatsachen.FallfuehrungZurueckgenommen("z1", "Doch nicht."));
        await betrieb.Faelle.CompleteAsync(new(betrieb.Offen("Freigabe").Single().Id, "Freigegeben"), Betrieb.Lead);
        betrieb.Db.Nachrichten.Select(n => n.Art).ShouldNotContain(Nachrichtenarten.FallfuehrungUebertragen);
        betrieb.Db.Engine.Journal.ShouldNotContain(j => j.Kind == Engine.Journal.JournalKinds.ActivityFaulted);
    }

    private static string WithApproval(string name, string json) => WithApprovalOf("zuweisung", "Senden", name, json);

    /// <summary>What a process designer might do: the Teamleitung approves before a step is done.</summary>
    private static string WithApprovalOf(string prozessname, string schritt, string name, string json)
    {
        if (name != prozessname)
            return json;
        var prozess = JsonNode.Parse(json)!;
        var verbindungen = prozess["root"]!["connections"]!.AsArray();
        prozess["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"Freigeben","nodeId":"Workflow1:Flowchart1:Freigeben","name":"Freigeben","type":"FallWorkflow.AufgabeStellen","version":1,
             "metadata":{"designer":{"position":{"x":0,"y":0}},"displayText":"Freigeben"},
             "art":{"typeName":"String","expression":{"type":"Literal","value":"Freigabe"}},
             "titel":{"typeName":"String","expression":{"type":"Literal","value":"Bitte freigeben"}},
             "rolle":{"typeName":"String","expression":{"type":"Literal","value":"Teamleitung"}},
             "ergebnisse":{"typeName":"String","expression":{"type":"Literal","value":"Freigegeben"}}}
            """));
        verbindungen.Single(v => v!["target"]!["activity"]!.ToString() == schritt)!["target"]!["activity"] = "Freigeben";
        verbindungen.Add(JsonNode.Parse($$$"""{"source":{"activity":"Freigeben","port":"Freigegeben"},"target":{"activity":"{{{schritt}}}","port":"In"}}"""));
        return prozess.ToJsonString();
    }
}
