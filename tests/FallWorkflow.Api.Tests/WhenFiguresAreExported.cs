using System.Net;
using System.Text;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Reports as files, who may have them, and what research does not get (R76–R84, R88).</summary>
public sealed class WhenFiguresAreExported(Auswertungsprobe probe) : IClassFixture<Auswertungsprobe>
{
    public static TheoryData<string> Namen => [.. Tabellendienst.Namen];

    [Theory]
    [MemberData(nameof(Namen))]
    public async Task Every_table_is_UTF8_with_BOM_and_semicolons_under_German_headings(string name)
    {
        var antwort = await GetAsync($"{name}.csv?{Auswertungsprobe.Zeitraum}");

        antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
        antwort.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        antwort.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{name}-2027-01-01-2027-06-30.csv");
        var bytes = await antwort.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var zeilen = Lines(bytes);
        zeilen.Count.ShouldBeGreaterThan(1);
        zeilen.Select(z => z.Split(';').Length).Distinct().ShouldHaveSingleItem();
        zeilen[0].ShouldNotContain("Tabelle.");
    }

    [Fact]
    public async Task A_file_says_what_the_page_says()
    {
        var wirkung = Lines(await (await GetAsync($"wirkung.csv?{Auswertungsprobe.Zeitraum}")).Content.ReadAsByteArrayAsync());
        wirkung[0].ShouldBe("Lebensbereich;Eingeschätzt;Verglichen;Stabiler;Gleich;Stärker belastet;Mittel am Beginn;Mittel bei der Überprüfung;Mittel am Ende;Mittlere Veränderung");
        wirkung.ShouldContain("Gesundheit;2;2;1;1;0;2,50;3,00;4,00;1,00");
        var treue = Lines(await (await GetAsync($"kontakttreue.csv?{Auswertungsprobe.Zeitraum}")).Content.ReadAsByteArrayAsync());
        treue[1..].ShouldBe(["Alle Fälle;3;3;4;42,9 %", "Davon mit einzeln vereinbartem Rhythmus;1;1;1;50,0 %"]);
        var leistungen = Lines(await (await GetAsync($"leistungen.csv?{Auswertungsprobe.Zeitraum}")).Content.ReadAsByteArrayAsync());
        leistungen[1].ShouldBe("Schuldnerberatung;Beratung;2;2;0;1;1;2;1;0;0;1;1;0;0");
    }

    [Fact]
    public async Task Research_gets_no_small_numbers_no_teams_no_parts_of_quarters_and_no_single_people()
    {
        var bedarfe = Lines(await (await GetAsync($"bedarfe.csv?{Auswertungsprobe.Zeitraum}&forschung=true")).Content.ReadAsByteArrayAsync());
        bedarfe.ShouldContain("Gesundheit;unterdrückt");
        bedarfe.ShouldContain("Wohnen;0");
        Lines(await (await GetAsync($"leistungen.csv?{Auswertungsprobe.Zeitraum}&forschung=true")).Content.ReadAsByteArrayAsync()).Count.ShouldBe(1, "a row with words of its own would tell by being there");

        (await (await GetAsync($"bedarfe.csv?{Auswertungsprobe.Zeitraum}&forschung=true&team=sued")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("team").ShouldContain("ganzen Büros");
        (await (await GetAsync("bedarfe.csv?von=2027-01-02&bis=2027-06-30&forschung=true")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("von").ShouldContain("Quartal");
        (await (await GetAsync("bedarfe.csv?von=2027-02-01&bis=2027-06-30&forschung=true")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("von").ShouldContain("Quartal");
        (await (await GetAsync("bedarfe.csv?von=2027-01-01&bis=2027-06-29&forschung=true")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("von").ShouldContain("Quartal");
        foreach (var name in new[] { "boegen", "fallzahlen", "betreuungsschluessel" })
            await (await GetAsync($"{name}.csv?{Auswertungsprobe.Zeitraum}&forschung=true")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task Only_the_team_lead_sees_figures_and_only_of_the_own_office()
    {
        foreach (var name in new[] { "wirkung", "boegen.csv", "fallzahlen", "befragung" })
        {
            foreach (var wer in new[] { Testjobcenter.Fallmanagerin, Testjobcenter.Vermittlerin, Testjobcenter.Prozessgestalterin, Testjobcenter.PartnerSchulden })
                await (await (await probe.App.SignInAsync(wer)).Http.GetAsync($"/api/statistik/{name}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        }

        var berlin = await probe.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        await (await berlin.Http.GetAsync($"/api/statistik/wirkung?buero={Testjobcenter.Nuernberg}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await berlin.GetAsync($"/api/statistik/wirkung?{Auswertungsprobe.Zeitraum}")).GetProperty("ergebnis").GetProperty("faelle").GetInt32().ShouldBe(0);
        await (await GetAsync("wirkung?team=west")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await (await GetAsync("wirkung?von=2027-02-01&bis=2027-01-31")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("von").ShouldNotBeEmpty();
        (await GetAsync($"wirkung?buero={Testjobcenter.Nuernberg}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_concept_sets_the_reference_and_the_smallest_number()
    {
        await using var app = await FallWorkflowApp.StartAsync();
        var heute = await app.TodayAsync();
        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        (await (await PublishAsync(2, 75)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("mindestzahl").ShouldContain("3");
        (await (await PublishAsync(3, 0)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("betreuungsschluessel").ShouldContain("500");
        for (var i = 0; i < 4; i++)
            await Beispieldaten.AdmitAsync(app, heute);

        var vorher = await leitung.Http.GetByteArrayAsync("/api/statistik/bedarfe.csv?von=2027-01-01&bis=2027-03-31&forschung=true");
        Lines(vorher).ShouldContain("Gesundheit;unterdrückt");
        await Sitzung.ReadAsync(await PublishAsync(3, 60));
        var nachher = await leitung.Http.GetByteArrayAsync("/api/statistik/bedarfe.csv?von=2027-01-01&bis=2027-03-31&forschung=true");
        Lines(nachher).ShouldContain("Gesundheit;4");
        (await leitung.GetAsync("/api/statistik/fallzahlen")).GetProperty("ergebnis").GetProperty("gruppen")[0].GetProperty("richtwert").GetInt32().ShouldBe(60);

        Task<HttpResponseMessage> PublishAsync(int mindestzahl, int richtwert) => leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = heute,
            fristen = new Dictionary<string, string>(),
            begruendung = "Eigenes Konzept",
            mindestzahl,
            betreuungsschluessel = new { richtwert, beobachtet = 80, beobachtetGemischt = 129 },
        });
    }

    private async Task<HttpResponseMessage> GetAsync(string adresse) =>
        await (await probe.App.SignInAsync(Testjobcenter.Teamleiterin)).Http.GetAsync($"/api/statistik/{adresse}");

    private static List<string> Lines(byte[] csv) => [.. Encoding.UTF8.GetString(csv.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
