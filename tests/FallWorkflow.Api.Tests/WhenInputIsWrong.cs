using System.Net;
using System.Text;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenInputIsWrong(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task All_missing_fields_are_named_at_once()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/KontaktGehalten", new { daten = new { } });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        foreach (var feld in new[] { "wirksamAm", "form", "themen" })
            problem.ErrorOf(feld).ShouldBe("Bitte füllen Sie dieses Feld aus.");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_with_both_lengths()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/KontaktGehalten",
            new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Telefon", themen = new string('ä', 10_001) } });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("themen")
            .ShouldBe("Der Text ist mit 10001 Zeichen zu lang. Kürzen Sie ihn auf höchstens 10000 Zeichen.");
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("11.01.2027")]
    [InlineData("gestern")]
    public async Task A_date_that_does_not_exist_is_explained(string datum)
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/KontaktGehalten", new { wirksamAm = datum, daten = Beispieldaten.Kontakt });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("wirksamAm")
            .ShouldBe("Geben Sie ein bestehendes Datum als Jahr-Monat-Tag an, zum Beispiel 2027-01-31.");
    }

    [Fact]
    public async Task A_Sunday_has_to_be_confirmed()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var ohne = await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Sonntag, daten = Beispieldaten.Uebergabe });
        (await ohne.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("wirksamAm").ShouldContain("bestätigen Sie es ausdrücklich");

        var mit = await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Sonntag, bestaetigt = true, daten = Beispieldaten.Uebergabe });
        mit.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Umlauts_come_back_as_they_were_typed()
    {
        var (sitzung, fall) = await FallAsync();
        (await sitzung.GetAsync($"/api/faelle/{fall}")).GetProperty("person").GetProperty("nachname").GetString().ShouldBe("Müßig-Öztürk");
    }

    [Theory]
    [InlineData("{\"wirksamAm\":\"2027-01-11\",\"daten\":{\"form\":\"Telefon\",\"themen\":", "$.daten")]
    [InlineData("kein json", "$")]
    [InlineData("", "$")]
    public async Task Malformed_JSON_is_answered_with_its_place(string text, string pfad)
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostTextAsync($"/api/faelle/{fall}/eintraege/KontaktGehalten", text);
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "json-fehlerhaft");
        problem.GetProperty("pfad").GetString()!.ShouldStartWith(pfad);
    }

    [Fact]
    public async Task An_unknown_field_is_named_with_the_known_ones()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/KontaktGehalten", new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Telefon", themen = "x", notiz = "y" } });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("notiz")
            .ShouldBe("Dieses Feld ist nicht vorgesehen. Vorgesehen: form, themen, vereinbarungen, naechsterSchritt, besprochen, minuten, terminId.");
    }

    [Theory]
    [InlineData("{\"form\":\"Brieftaube\",\"themen\":\"x\"}", "form", "Dieser Wert ist nicht vorgesehen. Wählen Sie einen von: Buero, Telefon, BeimTraeger, Spaziergang, Hausbesuch, Video.")]
    [InlineData("{\"form\":\"Telefon\",\"themen\":5}", "themen", "Hier wird ein Text erwartet.")]
    [InlineData("{\"form\":\"Telefon\",\"themen\":null}", "themen", "Bitte füllen Sie dieses Feld aus.")]
    [InlineData("[]", "daten", "Hier wird ein JSON-Objekt erwartet.")]
    public async Task A_value_of_the_wrong_kind_is_told_what_would_be_right(string daten, string feld, string meldung)
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostTextAsync($"/api/faelle/{fall}/eintraege/KontaktGehalten", $"{{\"wirksamAm\":\"2027-01-11\",\"daten\":{daten}}}");
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldBe(meldung);
    }

    [Fact]
    public async Task A_null_in_a_list_is_named_with_its_place()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var antwort = await vermittlerin.PostTextAsync(
            "/api/uebergaben",
            """{"wirksamAm":"2027-01-11","daten":{"person":{"vorname":"A","nachname":"B"},"handlungsbedarfe":[null],"fortschrittErwartet":true,"fortschrittBegruendung":"x"}}""");
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("handlungsbedarfe[0]").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_fact_does_not_exist()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/KaffeeGetrunken", new { wirksamAm = Gemeinsam.Heute, daten = new { } });
        await antwort.ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task A_fact_that_only_processes_record_does_not_exist()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/ZugangBewertet", new { wirksamAm = Gemeinsam.Heute, daten = new { } });
        await antwort.ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task A_referral_to_an_unknown_partner_is_refused_and_nothing_is_queued_for_it()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var antwort = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/ZuweisungVereinbart",
            new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Zuweisung($"Z-{fall:N}", "gibt-es-nicht", "Name") });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("traegerId").ShouldContain(Testjobcenter.Schuldnerberatung);
        (await sitzung.GetAsync($"/api/faelle/{fall}")).GetProperty("zuweisungen").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("gibt.es.nicht")]
    [InlineData(Testjobcenter.BerlinerFallmanager)]
    [InlineData(Testjobcenter.Teamleiterin)]
    public async Task A_Fall_goes_only_to_a_Fallmanager_of_its_office(string id)
    {
        var (sitzung, fall) = await FallAsync();
        var angenommen = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/UebergabeAngenommen", new { wirksamAm = Gemeinsam.Heute, daten = new { fallmanagerId = id } });
        (await angenommen.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("fallmanagerId").ShouldContain(Testjobcenter.Fallmanagerin);

        await sitzung.RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        var gewechselt = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/FallmanagerGewechselt", new { wirksamAm = Gemeinsam.Heute, daten = new { fallmanagerId = id, begruendung = "Vertretung" } });
        (await gewechselt.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("fallmanagerId").ShouldContain(Testjobcenter.ZweiteFallmanagerin);
        (await sitzung.GetAsync($"/api/faelle/{fall}")).GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.Fallmanagerin);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        var (sitzung, fall) = await FallAsync();
        var antwort = await sitzung.Http.PostAsync(
            $"/api/faelle/{fall}/eintraege/KontaktGehalten", new StringContent("themen=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        await antwort.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "kein-json");
    }

    [Fact]
    public async Task A_broken_rule_is_named_and_says_whether_a_reason_helps()
    {
        var (_, fall) = await FallAsync();
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var antwort = await fallmanagerin.PostAsync($"/api/faelle/{fall}/eintraege/KontaktGehalten", new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        problem.GetProperty("regel").GetString().ShouldBe("FallMussAufgenommenSein");
        problem.GetProperty("abweichungMoeglich").GetBoolean().ShouldBeFalse();
    }

    private async Task<(Sitzung Fallmanagerin, Guid Fall)> FallAsync()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        return (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin), await vermittlerin.OpenFallAsync(Gemeinsam.Heute));
    }
}
