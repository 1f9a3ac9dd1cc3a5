using System.Net;
using System.Text.Json;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>An office's concept may demand approval for named departures (R86), and say which role does a kind of task (R85).</summary>
public sealed class WhenADepartureNeedsApproval : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;
    private Sitzung _fallmanagerin = null!;
    private Sitzung _leitung = null!;

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        _fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        _leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task By_default_it_takes_effect_at_once()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        (await RhythmAsync(fall)).GetProperty("wartetAufFreigabe").GetBoolean().ShouldBeFalse();
        (await WeeksAsync(fall)).ShouldBe(2);
    }

    [Fact]
    public async Task It_waits_as_requested_and_takes_effect_with_the_approval()
    {
        await PublishAsync(new { freigabeFuer = new[] { "RhythmusGeaendert" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        (await RhythmAsync(fall)).GetProperty("wartetAufFreigabe").GetBoolean().ShouldBeTrue();
        (await WeeksAsync(fall)).ShouldBeNull();
        var antrag = (await AkteAsync(fall, "AbweichungBeantragt")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("antragId").GetString();
        (await TasksAsync(_leitung, fall)).ShouldContain("Über eine Abweichung entscheiden");
        foreach (var seite in new[] { $"/aufgaben/{await TaskIdAsync(fall)}", $"/faelle/{fall}" })
            WebUtility.HtmlDecode(await _leitung.Http.GetStringAsync(seite)).ShouldContain("Engere Begleitung ist gewünscht.", Case.Sensitive, "who decides sees what is asked for");
        WebUtility.HtmlDecode(await _fallmanagerin.Http.GetStringAsync($"/faelle/{fall}")).ShouldContain("gilt noch nicht: Anderer Kontaktrhythmus");
        var selbst = await _fallmanagerin.PostAsync($"/api/faelle/{fall}/eintraege/AbweichungFreigegeben", new { wirksamAm = Gemeinsam.Heute, daten = new { antragId = antrag } });
        selbst.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await _leitung.RecordAsync(fall, "AbweichungFreigegeben", Gemeinsam.Heute, new { antragId = antrag });

        (await WeeksAsync(fall)).ShouldBe(2);
        (await TasksAsync(_leitung, fall)).ShouldNotContain("Über eine Abweichung entscheiden");
        var nochmal = await _leitung.PostAsync($"/api/faelle/{fall}/eintraege/AbweichungFreigegeben", new { wirksamAm = Gemeinsam.Heute, daten = new { antragId = antrag } });
        (await nochmal.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt")).GetProperty("regel").GetString().ShouldBe("AntragMussOffenSein");
    }

    [Fact]
    public async Task A_second_click_hears_that_it_waits()
    {
        await PublishAsync(new { freigabeFuer = new[] { "RhythmusGeaendert" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        var fallmanagerin = new Akteur(Testjobcenter.Fallmanagerin, "x", Rollen.Fallmanager, Testjobcenter.Nuernberg);
        var befehl = new RecordTatsache(fall, new RhythmusGeaendert(2, "Engere Begleitung"), Gemeinsam.Heute, Schluessel: "klick");
        var faelle = _app.Services.GetRequiredService<FallService>();
        foreach (var wiederholt in new[] { false, true })
        {
            var ergebnis = await faelle.RecordAsync(befehl, fallmanagerin);
            (ergebnis.Wiederholt, ergebnis.WartetAufFreigabe).ShouldBe((wiederholt, true));
        }
    }

    [Fact]
    public async Task Whoever_asks_for_it_cannot_approve_it()
    {
        await PublishAsync(new { freigabeFuer = new[] { "DauerVerlaengert" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        await _leitung.RecordAsync(fall, "DauerVerlaengert", Gemeinsam.Heute, new { monate = 6, begruendung = "Es braucht mehr Zeit." });
        var antrag = (await AkteAsync(fall, "AbweichungBeantragt"))[0].GetProperty("daten").GetProperty("antragId").GetString();
        var selbst = await _leitung.PostAsync($"/api/faelle/{fall}/eintraege/AbweichungFreigegeben", new { wirksamAm = Gemeinsam.Heute, daten = new { antragId = antrag } });
        (await selbst.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt")).GetProperty("regel").GetString().ShouldBe("FreigabeBrauchtZweitePerson");
    }

    [Fact]
    public async Task What_is_not_approved_never_takes_effect()
    {
        await PublishAsync(new { freigabeFuer = new[] { "RhythmusGeaendert" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        await RhythmAsync(fall);
        var antrag = (await AkteAsync(fall, "AbweichungBeantragt"))[0].GetProperty("daten").GetProperty("antragId").GetString();
        await _leitung.RecordAsync(fall, "AbweichungAbgelehnt", Gemeinsam.Heute, new { antragId = antrag, begruendung = "Bitte erst besprechen." });
        (await WeeksAsync(fall)).ShouldBeNull();
        (await TasksAsync(_leitung, fall)).ShouldNotContain("Über eine Abweichung entscheiden");
    }

    [Fact]
    public async Task A_correction_is_no_way_around_it()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        await RhythmAsync(fall);
        var eintrag = (await AkteAsync(fall, "RhythmusGeaendert")).ShouldHaveSingleItem().GetProperty("id").GetGuid();
        await PublishAsync(new { freigabeFuer = new[] { "RhythmusGeaendert" } });
        var berichtigung = new { wirksamAm = Gemeinsam.Heute, berichtigt = eintrag, begruendung = "Verschrieben", daten = new { wochen = 8, begruendung = "Seltener ist gewünscht." } };

        foreach (var sitzung in new[] { _fallmanagerin, _leitung })
            (await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/RhythmusGeaendert", berichtigung)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await WeeksAsync(fall)).ShouldBe(2);
    }

    [Fact]
    public async Task Nor_for_the_team_lead()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        await _leitung.RecordAsync(fall, "DauerVerlaengert", Gemeinsam.Heute, new { monate = 6, begruendung = "Es braucht mehr Zeit." });
        var eintrag = (await AkteAsync(fall, "DauerVerlaengert")).ShouldHaveSingleItem().GetProperty("id").GetGuid();
        await PublishAsync(new { freigabeFuer = new[] { "DauerVerlaengert" } });
        var antwort = await _leitung.PostAsync($"/api/faelle/{fall}/eintraege/DauerVerlaengert", new { wirksamAm = Gemeinsam.Heute, berichtigt = eintrag, begruendung = "Verschrieben", daten = new { monate = 24, begruendung = "Es braucht mehr Zeit." } });
        antwort.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await antwort.Content.ReadAsStringAsync()).ShouldContain("neu fest");
    }

    [Fact]
    public async Task A_rule_that_a_reason_sets_aside_needs_it_too_and_other_rules_hold_as_ever()
    {
        await PublishAsync(new { freigabeFuer = new[] { "ZugangskriterienMuessenErfuelltSein" } });
        var fall = await UnfitAsync();
        await _fallmanagerin.RecordAsync(fall, "FallAufgenommen", Gemeinsam.Heute, new { }, "Die Person will es sehr.");
        (await StatusAsync(fall)).ShouldBe("Angefragt");
        var antrag = (await AkteAsync(fall, "AbweichungBeantragt"))[0].GetProperty("daten").GetProperty("antragId").GetString();
        await _leitung.RecordAsync(fall, "AbweichungFreigegeben", Gemeinsam.Heute, new { antragId = antrag });
        (await StatusAsync(fall)).ShouldBe("Laufend");

        var ohneGrund = await _fallmanagerin.PostAsync($"/api/faelle/{await UnfitAsync()}/eintraege/FallAufgenommen", new { wirksamAm = Gemeinsam.Heute, daten = new { } });
        await ohneGrund.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
    }

    [Fact]
    public async Task An_approved_end_tells_the_partners_as_any_end_does_and_keeps_its_reason()
    {
        await PublishAsync(new { freigabeFuer = new[] { "ErgebnisseMuessenUebernommenSein" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        string[] zuweisungen = [$"Z1-{fall:N}", $"Z2-{fall:N}"];
        foreach (var z in zuweisungen)
        {
            await _fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung(z, Testjobcenter.Schuldnerberatung, "Name"));
            await _fallmanagerin.RecordAsync(fall, "ZuweisungAngenommen", Gemeinsam.Heute, new { zuweisungId = z });
        }

        await _fallmanagerin.RecordAsync(fall, "ZuweisungBeendet", Gemeinsam.Heute, new { zuweisungId = zuweisungen[0], ende = Gemeinsam.Heute, ergebnis = "geregelt" });
        await _fallmanagerin.RecordAsync(fall, "FallAbgeschlossen", Gemeinsam.Heute, Abschluss, "Das Ergebnis wird nachgetragen.");
        (await StatusAsync(fall)).ShouldBe("Laufend");

        await ApproveAsync(fall);

        (await StatusAsync(fall)).ShouldBe("Nachbetreuung");
        var datenschutz = await _app.SignInAsync(Testjobcenter.Datenschuetzerin);
        (await datenschutz.GetAsync($"/api/faelle/{fall}/zugriffe")).EnumerateArray()
            .Count(z => z.GetProperty("zweck").GetString()!.StartsWith("Rückzug der Zuweisung", StringComparison.Ordinal)).ShouldBe(1);
        var kopie = (await _fallmanagerin.RecordAsync(fall, "AuskunftErteilt", Gemeinsam.Heute, new { form = "Papier", an = "ihm selbst" })).GetProperty("eintraege")[0].GetGuid();
        (await _fallmanagerin.GetAsync($"/api/faelle/{fall}/auskunft/{kopie}")).GetProperty("tabellen").GetProperty("Nachrichten").EnumerateArray()
            .Count(n => n.GetProperty("Art").GetString() == "ZuweisungZurueckgezogen").ShouldBe(1);
        (await AkteAsync(fall, "FallAbgeschlossen")).ShouldHaveSingleItem().GetProperty("begruendung").GetString().ShouldBe("Das Ergebnis wird nachgetragen.");
    }

    [Fact]
    public async Task A_handover_to_another_Fallmanager_waits_as_well()
    {
        await PublishAsync(new { freigabeFuer = new[] { "UebergabegespraechMussGefuehrtSein" } });
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        await _fallmanagerin.RecordAsync(fall, "FallmanagerGewechselt", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.ZweiteFallmanagerin, begruendung = "Elternzeit" }, "Für ein Gespräch bleibt keine Zeit.");
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.Fallmanagerin);

        await ApproveAsync(fall);

        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.ZweiteFallmanagerin);
        var wechsel = (await AkteAsync(fall, "FallmanagerGewechselt")).ShouldHaveSingleItem();
        wechsel.GetProperty("begruendung").GetString().ShouldBe("Für ein Gespräch bleibt keine Zeit.");
        var berichtigung = new { wirksamAm = Gemeinsam.Heute, berichtigt = wechsel.GetProperty("id").GetGuid(), begruendung = "Andere Person", daten = new { fallmanagerId = Testjobcenter.Fallmanagerin, begruendung = "Elternzeit" } };
        foreach (var sitzung in new[] { await _app.SignInAsync(Testjobcenter.ZweiteFallmanagerin), _leitung })
            (await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/FallmanagerGewechselt", berichtigung)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.ZweiteFallmanagerin);
        var mitGespraech = new { berichtigung.wirksamAm, berichtigung.berichtigt, berichtigung.begruendung, daten = new { fallmanagerId = Testjobcenter.Fallmanagerin, begruendung = "Elternzeit", uebergabegespraechAm = Gemeinsam.Heute } };
        (await _leitung.PostAsync($"/api/faelle/{fall}/eintraege/FallmanagerGewechselt", mitGespraech)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_concept_says_who_does_a_kind_of_task()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        (await RoleOfAsync(fall, "Uebergabe")).ShouldBe("Fallmanager");
        await PublishAsync(new { aufgabenrollen = new Dictionary<string, string> { ["Uebergabe"] = "Teamleitung" } });
        var vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        (await RoleOfAsync(await vermittlerin.OpenFallAsync(Gemeinsam.Heute), "Uebergabe")).ShouldBe("Teamleitung");
    }

    [Fact]
    public async Task Only_known_departures_and_roles_can_be_named()
    {
        var antwort = await _leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = "2027-01-01",
            fristen = new { },
            begruendung = "Test",
            freigabeFuer = new[] { "Kaffeepause" },
            aufgabenrollen = new Dictionary<string, string> { ["Uebergabe"] = "Hausmeister" },
        });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf("freigabeFuer[0]").ShouldContain("RhythmusGeaendert");
        problem.ErrorOf("aufgabenrollen.Uebergabe").ShouldContain("Teamleitung");
    }

    private static object Abschluss { get; } = new
    {
        situationDamalsUndHeute = "besser",
        zielerreichung = "gut",
        wasGeholfenHat = "Gespräche",
        verbleibendeSchritte = "keine",
        standDerAngebote = "genügend",
        arbeitGefunden = true,
        nachbetreuungDauer = "3 Monate",
    };

    private async Task ApproveAsync(Guid fall) => await _leitung.RecordAsync(
        fall, "AbweichungFreigegeben", Gemeinsam.Heute, new { antragId = (await AkteAsync(fall, "AbweichungBeantragt"))[0].GetProperty("daten").GetProperty("antragId").GetString() });

    private async Task PublishAsync(object teil)
    {
        var konzept = JsonSerializer.SerializeToNode(new { gueltigAb = "2027-01-01", fristen = new { }, begruendung = "Test" })!.AsObject();
        foreach (var (name, wert) in JsonSerializer.SerializeToNode(teil)!.AsObject())
            konzept[name] = wert?.DeepClone();
        (await _leitung.PostAsync("/api/fachkonzepte", konzept)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private async Task<Guid> UnfitAsync()
    {
        var vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        var fall = await vermittlerin.OpenFallAsync(Gemeinsam.Heute, new
        {
            person = new { vorname = "Jörg", nachname = "Müßig-Öztürk" },
            handlungsbedarfe = new[] { new { bereich = "Finanzen", beschreibung = "Schulden" } },
            fortschrittErwartet = true,
            fortschrittBegruendung = "Erste Schritte sind getan.",
        });
        await _fallmanagerin.RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        await _fallmanagerin.RecordAsync(fall, "ErstgespraechGefuehrt", Gemeinsam.Heute, Beispieldaten.Erstgespraech);
        await _fallmanagerin.RecordAsync(fall, "KlientEntschieden", Gemeinsam.Heute, new { moechteFallmanagement = true });
        return fall;
    }

    private Task<JsonElement> RhythmAsync(Guid fall) =>
        _fallmanagerin.RecordAsync(fall, "RhythmusGeaendert", Gemeinsam.Heute, new { wochen = 2, begruendung = "Engere Begleitung ist gewünscht." });

    private async Task<int?> WeeksAsync(Guid fall) =>
        (await _fallmanagerin.GetAsync($"/api/faelle/{fall}")).GetProperty("rhythmusWochen") is { ValueKind: JsonValueKind.Number } wochen ? wochen.GetInt32() : null;

    private async Task<string?> StatusAsync(Guid fall) => (await _fallmanagerin.GetAsync($"/api/faelle/{fall}")).GetProperty("status").GetString();

    private async Task<string?> RoleOfAsync(Guid fall, string art) =>
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray().First(a => a.GetProperty("art").GetString() == art).GetProperty("rolle").GetString();

    private async Task<IReadOnlyList<JsonElement>> AkteAsync(Guid fall, string art) =>
        [.. (await _leitung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == art)];

    private async Task<Guid> TaskIdAsync(Guid fall) =>
        (await _leitung.GetAsync("/api/aufgaben")).EnumerateArray().Single(a => a.GetProperty("fallId").GetGuid() == fall && a.GetProperty("art").GetString() == "Freigabe").GetProperty("id").GetGuid();

    private static async Task<IReadOnlyList<string?>> TasksAsync(Sitzung sitzung, Guid fall) =>
        [.. (await sitzung.GetAsync("/api/aufgaben")).EnumerateArray().Where(a => a.GetProperty("fallId").GetGuid() == fall).Select(a => a.GetProperty("titel").GetString())];
}
