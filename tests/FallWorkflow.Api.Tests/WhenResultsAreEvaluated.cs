using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>The figures over Fälle (R10, R44, R76–R79, R81, R82, R84), each worked out by hand from <see cref="Auswertungsprobe"/>.</summary>
public sealed class WhenResultsAreEvaluated(Auswertungsprobe probe) : IClassFixture<Auswertungsprobe>
{
    [Fact]
    public async Task Change_is_shown_per_life_area_and_apart_from_work_found()
    {
        var e = await ReadAsync("wirkung");

        Numbers(e, "faelle", "abgeschlossen", "ohneAbschluss", "arbeitGefunden").ShouldBe([3, 1, 1, 0]);

        // Health: A from 2 over 3 to 4 (+2), B from 3 to 3 (0). Motivation: A from 3 to 2 (−1), B not rated.
        var gesundheit = Of(e.GetProperty("bereiche"), "bereich", "Gesundheit");
        Numbers(gesundheit, "eingeschaetzt", "ueberprueft", "amEnde", "verglichen", "stabiler", "gleich", "belasteter").ShouldBe([2, 2, 1, 2, 1, 1, 0]);
        Numbers(gesundheit, "mittelStart", "mittelUeberpruefung", "mittelEnde", "mittlereSchritte").ShouldBe([2.5, 3, 4, 1]);
        var motivation = Of(e.GetProperty("bereiche"), "bereich", "Motivation");
        Numbers(motivation, "verglichen", "stabiler", "gleich", "belasteter", "mittlereSchritte").ShouldBe([1, 0, 0, 1, -1]);
        motivation.GetProperty("mittelUeberpruefung").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Goals_and_preparatory_work_are_counted()
    {
        var z = await ReadAsync("ziele");

        Numbers(Of(z.GetProperty("ebenen"), "ebene", "Etappenziel"), "faelle", "vereinbart", "erreicht", "teilweiseErreicht", "nichtErreicht", "aufgegeben", "offen", "erreichungsanteil")
            .ShouldBe([2, 2, 1, 0, 0, 0, 1, 1]);
        Numbers(Of(z.GetProperty("ebenen"), "ebene", "Schritt"), "faelle", "vereinbart", "erreicht", "nichtErreicht", "offen", "erreichungsanteil").ShouldBe([1, 1, 0, 1, 0, 0]);
        var vorarbeiten = z.GetProperty("vorarbeiten").EnumerateArray().ToDictionary(v => v.GetProperty("art").GetString()!, v => (v.GetProperty("anzahl").GetInt32(), v.GetProperty("faelle").GetInt32()));
        vorarbeiten.ShouldBe(
            new Dictionary<string, (int, int)>
            {
                ["Begleiten"] = (1, 1),
                ["Anleiten"] = (0, 0),
                ["StellvertretendHandeln"] = (0, 0),
                ["SchrittErreicht"] = (0, 0),
                ["UmwegErreicht"] = (1, 1),
                ["LeistungVereinbart"] = (2, 2),
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task The_effect_of_an_offer_is_what_became_of_the_goals_it_served()
    {
        var beratung = (await ReadAsync("leistungen")).EnumerateArray().ShouldHaveSingleItem();

        (beratung.GetProperty("traegerId").GetString(), beratung.GetProperty("leistung").GetString()).ShouldBe((Testjobcenter.Schuldnerberatung, "Beratung"));
        Numbers(beratung, "faelle", "vereinbart", "abgelehnt", "begonnen", "beendet").ShouldBe([2, 2, 0, 1, 1]);
        Numbers(beratung, "ziele", "erreicht", "teilweiseErreicht", "verfehlt", "offen", "inZiele", "imAssessment", "ohneAenderung").ShouldBe([2, 1, 0, 0, 1, 1, 0, 0]);
    }

    [Fact]
    public async Task An_offer_can_only_serve_goals_of_its_own_Fall()
    {
        var wer = await probe.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        var fall = (await ReadAsync("boegen")).EnumerateArray().Single(b => b.GetProperty("fallmanagerId").GetString() == Testjobcenter.ZweiteFallmanagerin).GetProperty("fallId").GetGuid();
        var antwort = await wer.PostAsync($"/api/faelle/{fall}/eintraege/ZuweisungVereinbart", new
        {
            wirksamAm = "2027-07-01",
            daten = new
            {
                zuweisungId = "B-2",
                traegerId = Testjobcenter.Schuldnerberatung,
                leistung = "Andere",
                anliegen = "x",
                informationGegeben = true,
                bedenkenBesprochen = true,
                optionenVerglichen = true,
                klientEinverstanden = true,
                freigegebeneFelder = new[] { "Name" },
                rechtsgrundlage = "§ 16a SGB II",
                zielIds = new[] { "schulden" },
            },
        });

        (await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt")).GetProperty("regel").GetString().ShouldBe("AngebotMussZielenDienen");
    }

    [Theory]
    [InlineData("KontaktGehalten", "{\"form\":\"Buero\",\"themen\":\"x\",\"minuten\":0}")]
    [InlineData("KontaktGehalten", "{\"form\":\"Buero\",\"themen\":\"x\",\"minuten\":601}")]
    [InlineData("AssistenzGeleistet", "{\"art\":\"Begleiten\",\"was\":\"x\",\"klientErlaubt\":true,\"minuten\":-5}")]
    public async Task Time_spent_is_from_one_minute_to_ten_hours(string art, string daten)
    {
        var wer = await probe.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        var fall = (await ReadAsync("boegen")).EnumerateArray().Single(b => b.GetProperty("fallmanagerId").GetString() == Testjobcenter.ZweiteFallmanagerin).GetProperty("fallId").GetGuid();

        var antwort = await wer.PostTextAsync($"/api/faelle/{fall}/eintraege/{art}", $$"""{"wirksamAm":"2027-07-01","daten":{{daten}}}""");

        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("minuten").ShouldContain("1 bis 600");
    }

    [Fact]
    public async Task Number_duration_entries_exits_needs_and_time_are_indicators()
    {
        var k = await ReadAsync("kennzahlen");

        Numbers(k.GetProperty("bestand"), "anfang", "zugaenge", "abgaenge", "ende").ShouldBe([0, 3, 2, 1]);

        // A: 11.01. to 14.06. are 154 days, C: 11.01. to 15.03. are 63; 45 + 30 minutes of A.
        Numbers(k, "ausgetreten", "mittlereDauerTage", "medianDauerTage", "minuten", "faelleMitZeit").ShouldBe([2, 108.5, 108.5, 75, 1]);
        foreach (var (bereich, faelle) in new[] { ("Gesundheit", 3), ("Finanzen", 3), ("Familie", 3), ("Wohnen", 0) })
            Numbers(Of(k.GetProperty("bedarfe"), "bereich", bereich), "faelle").ShouldBe([faelle], bereich);
        Numbers(k.GetProperty("bedarfsanzahlen").EnumerateArray().ShouldHaveSingleItem(), "bereiche", "faelle").ShouldBe([3, 3]);
    }

    [Fact]
    public async Task Contacts_are_held_against_the_rhythm_agreed_with_each_person()
    {
        var k = await ReadAsync("kontakttreue");

        // A: 01.02. held; 15.03. missed; under two weeks and two of leeway: 19.04. held by 27.04., 18.05. missed.
        // B: 22.02. held on the last day, 05.04. missed. C: 22.02. missed.
        Numbers(k, "faelle", "eingehalten", "versaeumt").ShouldBe([3, 3, 4]);
        Numbers(k, "faelleIndividuell", "eingehaltenIndividuell", "versaeumtIndividuell", "anteilIndividuell").ShouldBe([1, 1, 1, 0.5]);
        k.GetProperty("anteil").GetDouble().ShouldBe(3 / 7d, 1e-9);
        Numbers(await ReadAsync("kontakttreue", "von=2027-01-01&bis=2027-02-28"), "eingehalten", "versaeumt").ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Every_Fall_is_evaluated_by_the_one_pattern()
    {
        var boegen = (await ReadAsync("boegen")).EnumerateArray().ToList();

        boegen.Count.ShouldBe(3);
        boegen.Select(b => string.Join(',', b.EnumerateObject().Select(p => p.Name))).Distinct().ShouldHaveSingleItem();
        boegen.Select(b => b.GetProperty("tage").GetInt32()).Order().ShouldBe([63, 154, 170]);
        boegen.Select(b => b.GetProperty("ohneAbschluss").GetString()).OfType<string>().ShouldBe(["Umzug"]);
        (await ReadAsync("boegen", "von=2027-03-16&bis=2027-06-30")).GetArrayLength().ShouldBe(2, "C had left");
        (await ReadAsync("boegen", "von=2026-01-01&bis=2027-01-10")).GetArrayLength().ShouldBe(0, "nobody was admitted yet");
        Numbers((await ReadAsync("wirkung", "von=2027-01-01&bis=2027-03-31")), "faelle", "abgeschlossen").ShouldBe([3, 0], "as of the last day");
    }

    [Fact]
    public async Task Reach_and_gaps_have_office_team_and_period()
    {
        Numbers(await ReadAsync("zugang"), "uebergeben", "geprueft", "erfuellt", "aufgenommen", "geprueftNichtAufgenommen", "grad").ShouldBe([4, 4, 4, 3, 1, 0.75]);
        Numbers(await ReadAsync("zugang", Auswertungsprobe.Zeitraum + "&team=nord"), "uebergeben", "aufgenommen", "grad").ShouldBe([1, 1, 1]);

        // C since 01.02. to the end of the period: 149 days; B from 01.03. to 30.03.: 29.
        Numbers((await ReadAsync("angebotsluecken")).EnumerateArray().ShouldHaveSingleItem(), "faelle", "offen", "mittlereTage").ShouldBe([2, 1, 89]);
        Numbers((await ReadAsync("angebotsluecken", Auswertungsprobe.Zeitraum + "&team=nord")).EnumerateArray().ShouldHaveSingleItem(), "faelle", "offen", "mittlereTage").ShouldBe([1, 0, 29]);
        Numbers((await ReadAsync("kennzahlen", Auswertungsprobe.Zeitraum + "&team=sued")).GetProperty("bestand"), "zugaenge", "abgaenge", "ende").ShouldBe([2, 2, 0]);
        Numbers(await ReadAsync("umwege", Auswertungsprobe.Zeitraum + "&team=nord"), "ziele", "umwege").ShouldBe([1, 0]);
    }

    [Fact]
    public async Task Caseload_stands_against_the_reference_and_mixed_duty_stands_apart()
    {
        var f = await ReadAsync("fallzahlen");

        var gruppen = f.GetProperty("gruppen").EnumerateArray().ToList();
        gruppen.Select(g => g.GetProperty("gemischteAufgaben").GetBoolean()).ShouldBe([false, true]);
        Numbers(gruppen[0], "personen", "laufend", "jePerson", "richtwert", "beobachtet").ShouldBe([1, 0, 0, 75, 80]);
        Numbers(gruppen[1], "personen", "laufend", "jePerson", "richtwert", "beobachtet").ShouldBe([1, 1, 1, 75, 129]);
        Numbers(Of(f.GetProperty("personen"), "fallmanagerId", Testjobcenter.Fallmanagerin), "laufend", "nachbetreuung").ShouldBe([0, 1]);
        Of(f.GetProperty("personen"), "fallmanagerId", Testjobcenter.ZweiteFallmanagerin).GetProperty("auslastung").GetDouble().ShouldBe(1 / 75d, 1e-9);
    }

    [Fact]
    public async Task The_page_shows_the_tables_and_where_to_download_them()
    {
        var leitung = await probe.App.SignInAsync(Testjobcenter.Teamleiterin);

        var seite = WebUtility.HtmlDecode(await leitung.Http.GetStringAsync("/team/ergebnisse?von=01.01.2027&bis=30.06.2027&team=sued"));

        foreach (var text in new[] { "Veränderung je Lebensbereich", "Wirkung einzelner Leistungen", "Kontakte im vereinbarten Rhythmus", "/api/statistik/wirkung.csv?von=2027-01-01&bis=2027-06-30&team=sued" })
            seite.ShouldContain(text);
        (await leitung.Http.GetAsync("/team/ergebnisse?team=west")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await probe.App.SignInAsync(Testjobcenter.Fallmanagerin)).Http.GetAsync("/team/ergebnisse")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "as the team lead's page itself");
    }

    private async Task<JsonElement> ReadAsync(string kennzahl, string frage = Auswertungsprobe.Zeitraum) =>
        (await (await probe.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync($"/api/statistik/{kennzahl}?{frage}")).GetProperty("ergebnis");

    private static JsonElement Of(JsonElement liste, string feld, string wert) => liste.EnumerateArray().Single(e => e.GetProperty(feld).GetString() == wert);

    private static double[] Numbers(JsonElement e, params string[] felder) => [.. felder.Select(f => e.GetProperty(f).GetDouble())];
}
