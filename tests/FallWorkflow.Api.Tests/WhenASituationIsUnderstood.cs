using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>First picture, assessment, household and differing views, through API and page (R15, R18–R23, R26, R27, R36, R47).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenASituationIsUnderstood(Gemeinsam gemeinsam)
{
    private static readonly DateOnly Heute = Gemeinsam.Heute;

    [Fact]
    public async Task The_first_picture_stays_readable_when_later_ones_replace_it()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var probe = new Fallprobe(await vermittlerin.OpenFallAsync(Heute), sitzung);
        await probe.RecordAsync("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin });
        var gespraech = JsonSerializer.SerializeToNode(Beispieldaten.Erstgespraech)!.AsObject();
        gespraech["erstbild"] = "Viele Schulden, gute Freunde.";
        await probe.RecordAsync("ErstgespraechGefuehrt", gespraech);
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        gespraech["erstbild"] = new string('x', 10_001);
        (await probe.RefusedAtAsync("ErstgespraechGefuehrt", "erstbild", gespraech)).ShouldContain("Kürzen Sie ihn");
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await probe.RecordAsync("FallAufgenommen", new { });
        await probe.RecordAsync("AssessmentAbgeschlossen", Assessment());
        gespraech["erstbild"] = "Ein anderes Bild.";
        await probe.ShouldRefuseAsync("UeberAufnahmeDarfNochNichtEntschiedenSein", "Berichtigen Sie", "ErstgespraechGefuehrt", gespraech);

        var verstehen = await probe.VerstehenAsync();
        verstehen.GetProperty("erstbild").GetProperty("bild").GetString().ShouldBe("Viele Schulden, gute Freunde.");
        verstehen.GetProperty("bereichsbilder").GetArrayLength().ShouldBe(5);
        (await probe.PageAsync()).ShouldContain("Erstes Bild vom 11.01.2027 Viele Schulden, gute Freunde. Abgelöst durch das Assessment");
    }

    [Fact]
    public async Task An_assessment_is_saved_in_parts_with_ranks_and_every_earlier_state_stays_readable()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche[0].prioritaet", Teil(Beispieldaten.Bereich("Gesundheit", Heute, 6)))).ShouldContain("zwischen 1");
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche[1].prioritaet", new { bereiche = new[] { Beispieldaten.Bereich("Gesundheit", Heute, 2), Beispieldaten.Bereich("Motivation", Heute, 2) } }))
            .ShouldNotBeEmpty();
        var erster = await probe.RecordAsync("AssessmentGespeichert", Teil(Beispieldaten.Bereich("Gesundheit", Heute, 2)));
        await probe.RecordAsync("AssessmentGespeichert", Teil(new { bereich = "Motivation", probleme = "Absagen", ressourcen = "", nochNichtGemeinsam = true, prioritaet = 1 }));

        var bilder = (await probe.VerstehenAsync()).GetProperty("bereichsbilder").EnumerateArray().Select(b => b.GetProperty("bild")).ToList();
        bilder.Select(b => (b.GetProperty("bereich").GetString(), b.GetProperty("prioritaet").GetInt32())).ShouldBe([("Motivation", 1), ("Gesundheit", 2)]);
        (await probe.AkteAsync("AssessmentGespeichert")).Select(e => e.GetProperty("daten").GetProperty("bereiche")[0].GetProperty("probleme").GetString())
            .ShouldBe(["Probleme: Gesundheit", "Absagen"]);
        (await probe.PageAsync()).ShouldContain("Motivation 1 Absagen noch nicht gemeinsam Gesundheit 2 Probleme: Gesundheit Ressourcen: Gesundheit 11.01.2027");

        (await (await CorrectAsync(null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("begruendung").ShouldContain("füllen Sie dieses Feld aus");
        await Sitzung.ReadAsync(await CorrectAsync("verwechselt"));
        (await probe.AkteAsync("AssessmentGespeichert")).Select(e => $"{e.GetProperty("daten").GetProperty("bereiche")[0].GetProperty("bereich")} {e.GetProperty("ersetzt")}")
            .ShouldBe(["Gesundheit True", "Motivation False", "SozialeBeziehungen False"]);
        (await probe.VerstehenAsync()).GetProperty("bereichsbilder").EnumerateArray().Select(b => b.GetProperty("bild").GetProperty("bereich").GetString())
            .ShouldBe(["Motivation", "SozialeBeziehungen"]);

        Task<HttpResponseMessage> CorrectAsync(string? begruendung) => probe.Sitzung.PostAsync(
            $"/api/faelle/{probe.Fall}/eintraege/AssessmentGespeichert",
            new { wirksamAm = Heute, begruendung, berichtigt = erster, daten = Teil(Beispieldaten.Bereich("SozialeBeziehungen", Heute)) });
    }

    [Fact]
    public async Task Each_area_says_when_it_was_worked_out_together_or_that_it_was_not_yet()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche[0].gemeinsamAm", Teil(new { bereich = "Gesundheit", probleme = "x", ressourcen = "y" })))
            .ShouldContain("noch nicht gemeinsam");
        (await probe.RefusedByAsync("AssessmentGespeichert", Teil(Beispieldaten.Bereich("Gesundheit", Heute.AddDays(1))))).ShouldBe("GemeinsamesDarfNichtInDerZukunftLiegen");
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche[0].nochNichtGemeinsam", Teil(new { bereich = "Gesundheit", probleme = "x", ressourcen = "y", gemeinsamAm = Heute, nochNichtGemeinsam = true })))
            .ShouldNotBeEmpty();
        (await probe.AkteAsync("AssessmentGespeichert")).ShouldBeEmpty();

        await probe.RecordAsync("AssessmentGespeichert", new { bereiche = new[] { Beispieldaten.Bereich("Gesundheit", Heute), new { bereich = "Motivation", probleme = "x", ressourcen = "y", nochNichtGemeinsam = true } } });
        (await probe.VerstehenAsync()).GetProperty("bereichsbilder").EnumerateArray().Select(b => b.GetProperty("bild"))
            .Select(b => $"{b.GetProperty("bereich")} {b.GetProperty("gemeinsamAm")} {b.GetProperty("nochNichtGemeinsam")}").ShouldBe(["Motivation  True", "Gesundheit 2027-01-11 False"]);
    }

    [Fact]
    public async Task Help_that_exists_is_listed_with_who_gives_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "hilfen[0].wer", Assessment(hilfen: [new { wer = " ", was = "hilft", art = "Informell" }]))).ShouldContain("füllen Sie dieses Feld aus");
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "hilfen[0].was", Assessment(hilfen: [new { wer = "Schwester", was = " ", art = "Informell" }]))).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("AssessmentAbgeschlossen", Assessment(hilfen:
        [
            new { wer = "Hausarztpraxis", was = "Behandlung", art = "Formell", aktivSeit = "2020" },
            new { wer = "Schwester", was = "Kinderbetreuung", art = "Informell" },
        ]));

        await probe.RecordAsync("AssessmentGespeichert", Teil(Beispieldaten.Bereich("Gesundheit", Heute)));
        (await probe.VerstehenAsync()).GetProperty("hilfen").EnumerateArray().Select(h => $"{h.GetProperty("wer")} {h.GetProperty("art")} {h.GetProperty("aktivSeit")}")
            .ShouldBe(["Hausarztpraxis Formell 2020", "Schwester Informell "]);
        (await probe.PageAsync()).ShouldContain("Hausarztpraxis: Behandlung – Formell (Stelle, Praxis, Verein), seit: 2020");
    }

    [Fact]
    public async Task Reassessment_may_cover_the_services_of_partners()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = $"Z-{probe.Fall:N}";
        (await probe.RefusedByAsync("NeuassessmentBegonnen", new { anlass = "Leistung passt nicht", zuweisungIds = new[] { id } })).ShouldBe("LeistungenMuessenZuweisungenSein");
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"));
        (await probe.RefusedAtAsync("NeuassessmentBegonnen", "anlass", new { anlass = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("PlanVereinbart", new { beteiligte = new[] { "Klientin" }, schritte = new[] { new { bezeichnung = "Post öffnen", verantwortlich = "Klient", thema = "Finanzen" } }, artDerUeberpruefung = "Gespräch" });
        var vorher = await PlaceAsync();
        vorher.ShouldContain("Umsetzung");
        await probe.RecordAsync("NeuassessmentBegonnen", new { anlass = "Leistung passt nicht", zuweisungIds = new[] { id } });
        (await PlaceAsync()).ShouldBe(vorher, "place and timers stay");
        (await probe.OpenAsync()).ShouldContain("Neuassessment");
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "leistungen[0].einschaetzung", Assessment(leistungen: [new { zuweisungId = id, einschaetzung = " " }]))).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("AssessmentAbgeschlossen", Assessment(leistungen: [new { zuweisungId = id, einschaetzung = "Die Termine liegen ungünstig." }]));

        (await probe.VerstehenAsync()).GetProperty("leistungen")[0].GetProperty("einschaetzung").GetString().ShouldBe("Die Termine liegen ungünstig.");
        (await probe.PageAsync()).ShouldContain("Beratung: Die Termine liegen ungünstig.");
        (await probe.OpenAsync()).ShouldNotContain("Neuassessment");
        (await PlaceAsync()).ShouldBe(vorher);

        async Task<string> PlaceAsync()
        {
            var fall = await probe.ReadAsync();
            return $"{fall.GetProperty("phase")} {fall.GetProperty("naechsteTermine").GetRawText()}";
        }
    }

    [Fact]
    public async Task Helpers_are_asked_in_as_a_rule_and_parents_for_the_benefits_of_their_children()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "nichtEinbezogenWeil", new { bereiche = Beispieldaten.Bereiche(Heute), bildungUndTeilhabe = "KeineKinder" }))
            .ShouldContain("begründen Sie");
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "bildungUndTeilhabe", new { bereiche = Beispieldaten.Bereiche(Heute), einbezogen = new[] { "Schwester" } }))
            .ShouldContain("Bildung und Teilhabe");
        await probe.RecordAsync("AssessmentAbgeschlossen", new { bereiche = Beispieldaten.Bereiche(Heute), nichtEinbezogenWeil = "Die Person möchte es nicht.", bildungUndTeilhabe = "WirdBeantragt" });

        await probe.RecordAsync("AssessmentAbgeschlossen", new { bereiche = Beispieldaten.Bereiche(Heute), einbezogen = new[] { "Schwester", "Hausarztpraxis" }, bildungUndTeilhabe = "WirdBeantragt" });

        (await probe.AkteAsync("AssessmentAbgeschlossen")).Select(e => e.GetProperty("daten"))
            .Select(d => d.GetProperty("nichtEinbezogenWeil").GetString() ?? string.Join(", ", d.GetProperty("einbezogen").EnumerateArray()))
            .ShouldBe(["Die Person möchte es nicht.", "Schwester, Hausarztpraxis"]);
        (await probe.PageAsync()).ShouldContain("Bildung und Teilhabe (§ 28 SGB II): Wird beantragt");
    }

    [Fact]
    public async Task Members_of_the_household_are_included_with_the_reason_why_and_can_leave()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("MitgliedEinbezogen", "erlaeuterung", new { mitgliedId = "m1", name = "Ben", grund = "GemeinsamesThema", erlaeuterung = " " })).ShouldNotBeEmpty();
        (await probe.RefusedByAsync("MitgliedEntlassen", new { mitgliedId = "m1", begruendung = "ausgezogen" })).ShouldBe("MitgliedMussEinbezogenSein");
        await probe.RecordAsync("MitgliedEinbezogen", new { mitgliedId = "m1", name = "Ben", grund = "GemeinsamesThema", erlaeuterung = "Wohnungssuche" });
        (await probe.RefusedByAsync("MitgliedEinbezogen", new { mitgliedId = "m1", name = "Ben", grund = "Gesamtbild", erlaeuterung = "x" })).ShouldBe("MitgliedMussNeuSein");
        (await probe.PageAsync()).ShouldContain("Ben: Gemeinsames Thema – Wohnungssuche (seit 11.01.2027)");
        (await probe.RefusedAtAsync("MitgliedEntlassen", "begruendung", new { mitgliedId = "m1", begruendung = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("MitgliedEntlassen", new { mitgliedId = "m1", begruendung = "ausgezogen" });
        (await probe.RefusedByAsync("MitgliedEntlassen", new { mitgliedId = "m1", begruendung = "noch einmal" })).ShouldBe("MitgliedMussEinbezogenSein");

        (await probe.VerstehenAsync()).GetProperty("haushalt")[0].GetProperty("entlassenAm").GetString().ShouldBe("2027-01-11");
    }

    [Fact]
    public async Task Differing_views_stand_side_by_side_and_none_overwrites_another()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("SichtweiseFestgehalten", "sicht", new { thema = "Arbeitsfähigkeit", wessen = "Klient", sicht = " " })).ShouldNotBeEmpty();
        (await probe.RefusedAtAsync("SichtweiseFestgehalten", "thema", new { thema = " ", wessen = "Klient", sicht = "Sechs Stunden gehen." })).ShouldNotBeEmpty();
        await probe.RecordAsync("SichtweiseFestgehalten", new { thema = "Arbeitsfähigkeit", wessen = "Fallmanagement", sicht = "Drei Stunden sind zu viel." });
        await probe.RecordAsync("SichtweiseFestgehalten", new { thema = "Arbeitsfähigkeit", wessen = "Klient", sicht = "Sechs Stunden gehen." });
        await probe.RecordAsync("SichtweiseFestgehalten", new { thema = "arbeitsfähigkeit", wessen = "Fallmanagement", sicht = "Vier Stunden auf Probe." });

        (await probe.VerstehenAsync()).GetProperty("sichtweisen").EnumerateArray().Select(s => s.GetProperty("sicht").GetString())
            .ShouldBe(["Drei Stunden sind zu viel.", "Sechs Stunden gehen.", "Vier Stunden auf Probe."]);
        (await probe.PageAsync()).ShouldContain(
            "Arbeitsfähigkeit 11.01.2027: Sechs Stunden gehen. 11.01.2027: Drei Stunden sind zu viel. 11.01.2027: Vier Stunden auf Probe.");
    }

    [Fact]
    public async Task An_assessment_has_five_areas_each_once_and_may_be_saved_with_fewer()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var alle = Beispieldaten.Bereiche(Heute);
        string[] namen = ["Motivation", "Materielle Situation (Geld, Wohnen)", "Bildung, Beruf und Beschäftigung", "Gesundheit", "Soziale Beziehungen"];
        for (var i = 0; i < alle.Count; i++)
        {
            (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "bereiche", Assessment(bereiche: [.. alle.Where((_, n) => n != i)])))
                .ShouldBe($"Der Bereich „{namen[i]}“ fehlt. Beschreiben Sie alle fünf Bereiche.");
        }

        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "bereiche", Assessment(bereiche: [.. alle, alle[3]]))).ShouldContain("kommt mehrfach vor. Führen Sie die Angaben zusammen");
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche", new { bereiche = new[] { alle[3], alle[3] } })).ShouldContain("„Gesundheit“ kommt mehrfach vor");
        (await probe.RefusedAtAsync("AssessmentGespeichert", "bereiche[0].bereich", Teil(new { bereich = "Sternzeichen", probleme = "x", ressourcen = "y", gemeinsamAm = Heute }))).ShouldContain("SozialeBeziehungen");
        await probe.RecordAsync("AssessmentGespeichert", Teil(alle[0]));
        (await probe.VerstehenAsync()).GetProperty("bereichsbilder").GetArrayLength().ShouldBe(1);

        await probe.RecordAsync("AssessmentAbgeschlossen", Assessment());
        (await probe.VerstehenAsync()).GetProperty("bereichsbilder").EnumerateArray().Select(b => b.GetProperty("bild").GetProperty("bereich").GetString())
            .ShouldBe(["Motivation", "MaterielleSituation", "BildungUndBeschaeftigung", "Gesundheit", "SozialeBeziehungen"]);
        (await probe.ReadAsync()).GetProperty("assessmentAbgeschlossenAm").GetString().ShouldBe("2027-01-11");
    }

    [Fact]
    public async Task Each_area_has_problems_and_a_resource_or_the_note_that_none_is_known_yet()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await RefusedAsync("ressourcen", new { bereich = "Gesundheit", probleme = "Schmerzen", ressourcen = " ", gemeinsamAm = Heute }))
            .ShouldBe("Im Bereich „Gesundheit“ ist keine Ressource genannt. Nennen Sie eine oder kennzeichnen Sie „noch keine genannt“.");
        (await RefusedAsync("probleme", new { bereich = "Gesundheit", probleme = " ", ressourcen = "Schwimmen", gemeinsamAm = Heute })).ShouldContain("füllen Sie dieses Feld aus");
        (await probe.ReadAsync()).GetProperty("assessmentAbgeschlossenAm").ValueKind.ShouldBe(JsonValueKind.Null);
        await probe.RecordAsync("AssessmentGespeichert", Teil(new { bereich = "Gesundheit", probleme = "Schmerzen", ressourcen = "", gemeinsamAm = Heute }));

        await probe.RecordAsync("AssessmentAbgeschlossen", With(new { bereich = "Gesundheit", probleme = "Schmerzen", ressourcen = "", keineRessourceGenannt = true, gemeinsamAm = Heute }));
        (await probe.VerstehenAsync()).GetProperty("bereichsbilder").EnumerateArray().Select(b => b.GetProperty("bild"))
            .Select(b => (b.GetProperty("probleme").GetString(), b.GetProperty("ressourcen").GetString(), b.GetProperty("keineRessourceGenannt").GetBoolean())).ToList()[3]
            .ShouldBe(("Schmerzen", "", true));

        Task<string> RefusedAsync(string feld, object bereich) => probe.RefusedAtAsync("AssessmentAbgeschlossen", $"bereiche[3].{feld}", With(bereich));

        static object With(object gesundheit) => Assessment(bereiche: [.. Beispieldaten.Bereiche(Heute).Select((b, i) => i == 3 ? gesundheit : b)]);
    }

    private static object Teil(object bereich) => new { bereiche = new[] { bereich } };

    private static object Assessment(IReadOnlyList<object>? hilfen = null, IReadOnlyList<object>? leistungen = null, IReadOnlyList<object>? bereiche = null) => new
    {
        bereiche = bereiche ?? Beispieldaten.Bereiche(Heute),
        hilfen,
        leistungen,
        einbezogen = new[] { "Schwester" },
        bildungUndTeilhabe = "KeineKinder",
    };
}
