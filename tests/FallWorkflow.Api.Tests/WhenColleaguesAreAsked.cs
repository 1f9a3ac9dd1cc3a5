using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Advice among colleagues on a Fall without names (R83).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenColleaguesAreAsked(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task They_see_the_Fall_without_names_places_numbers_and_days()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var nummer = (await probe.ReadAsync()).GetProperty("nummer").GetString();
        var kontakt = await probe.RecordAsync("KontaktGehalten", new { form = "Spaziergang", themen = $"Jörg war am 03.02.2026 bei der Schuldnerberatung, Tel. 0911 4711, wegen Mietschulden. Siehe auch {nummer}!" });
        await probe.RecordAsync("AbweichungBegruendet", new { vorgabe = "Kontaktfenster", begruendung = "Klinik am Europakanal" });
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Wie kann ich Herrn Müßig-Öztürk unterstützen?", durchgesehen = new[] { kontakt } });

        var kollegin = await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        var sicht = await kollegin.GetAsync($"/api/faelle/{probe.Fall}/beratung");

        var text = sicht.ToString();
        foreach (var verraeterisch in new[] { "Jörg", "Müßig", "0151", "4711", "03.02.2026", "2027-01-11", "11.01.2027", "Schuldnerberatung", "Europakanal", "FM-2027", probe.Fall.ToString(), Testjobcenter.Fallmanagerin })
            text.ShouldNotContain(verraeterisch);
        AngabenOf(sicht, "Kontakt").ShouldContain("… war am … bei der …, Tel. …, wegen Mietschulden. Siehe auch …!");
        AngabenOf(sicht, "Kontakt").ShouldContain("Spaziergang");
        sicht.GetProperty("eintraege").EnumerateArray().ShouldAllBe(e => e.GetProperty("monat").GetString() == "Januar 2027");
        sicht.GetProperty("frage").GetString().ShouldBe("Wie kann ich Herrn … unterstützen?");
        WebUtility.HtmlDecode(await kollegin.Http.GetStringAsync($"/faelle/{probe.Fall}/beratung")).ShouldContain("wegen Mietschulden");
    }

    [Fact]
    public async Task Employers_places_and_participants_are_taken_out_wherever_they_stand()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var arbeit = await probe.RecordAsync("BeschaeftigungBegonnen", new
        {
            beschaeftigungId = "b1",
            foerderung = "Teilhabe16i",
            arbeitgeber = "Gärtnerei Zwetschge",
            anschlussperspektive = "Übernahme bei Zwetschge ist möglich.",
            eignung = "arbeitet gern draußen",
        });
        await probe.RecordAsync("AngebotFehlt", new { lueckeId = "a1", angebot = new { art = "Therapie", gebiet = "Langwasser", seit = "2027-01-04" } });
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Gibt es in Langwasser etwas?", durchgesehen = new[] { arbeit } });

        var sicht = await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/beratung");

        foreach (var verraeterisch in new[] { "Zwetschge", "Langwasser" })
            sicht.ToString().ShouldNotContain(verraeterisch);
        AngabenOf(sicht, "Geförderte Beschäftigung").ShouldContain("Übernahme bei … ist möglich.");
        sicht.GetProperty("frage").GetString().ShouldBe("Gibt es in … etwas?");
    }

    [Fact]
    public async Task Free_text_that_was_not_looked_through_is_not_shown()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Mietschulden" });
        var sicht = await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/beratung");
        sicht.ToString().ShouldNotContain("Mietschulden");
        AngabenOf(sicht, "Kontakt").ShouldContain("Text noch nicht durchgesehen");
    }

    [Fact]
    public async Task Only_while_they_are_asked_and_only_in_the_office()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var kollegin = await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        var berlin = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerFallmanager);
        await RefusedAsync(kollegin);
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?" });
        await kollegin.GetAsync($"/api/faelle/{probe.Fall}/beratung");
        await RefusedAsync(berlin);
        await (await kollegin.Http.GetAsync($"/api/faelle/{probe.Fall}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        await probe.RecordAsync("BeratungBeendet", new { });
        await RefusedAsync(kollegin);

        async Task RefusedAsync(Sitzung sitzung) =>
            await (await sitzung.Http.GetAsync($"/api/faelle/{probe.Fall}/beratung")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Theory]
    [InlineData("FallBeendet")]
    [InlineData("FallmanagerGewechselt")]
    public async Task The_end_of_the_Fall_and_another_Fallmanager_end_it_too(string ende)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var kollegin = await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?" });
        await kollegin.GetAsync($"/api/faelle/{probe.Fall}/beratung");
        await probe.RecordAsync(ende, ende == "FallBeendet"
            ? (object)new { grund = "Umzug", begruendung = "Kiel", gespraechAngeboten = true }
            : new { fallmanagerId = Testjobcenter.ZweiteFallmanagerin, begruendung = "Elternzeit", uebergabegespraechAm = Gemeinsam.Heute });
        var wer = ende == "FallBeendet" ? kollegin : probe.Sitzung;
        await (await wer.Http.GetAsync($"/api/faelle/{probe.Fall}/beratung")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task Words_that_name_nobody_stay_and_names_go_in_every_form()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var kontakt = await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Für Müßig-Öztürks Umzug ist die Mitte des Monats gut, sagt die Teamleitung. Müßigs Schwester hilft." });
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?", durchgesehen = new[] { kontakt } });
        AngabenOf(await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/beratung"), "Kontakt")
            .ShouldContain("Für … Umzug ist die Mitte des Monats gut, sagt die Teamleitung. … Schwester hilft.");
    }

    [Fact]
    public async Task What_says_who_somebody_is_stays_out_of_entries_that_were_looked_through()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("MitgliedEinbezogen", new { mitgliedId = "kennung-7", name = "Benedetta", grund = "GemeinsamesThema", erlaeuterung = "Arbeitet im Hafen" });
        await probe.RecordAsync("PlanVereinbart", new
        {
            beteiligte = new[] { "Vorarbeiterin" },
            schritte = new[] { new { bezeichnung = "Lebenslauf schreiben", verantwortlich = "Klient", thema = "Finanzen" } },
            artDerUeberpruefung = "Gespräch",
        });
        var alle = (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/akte")).EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).ToList();
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?", durchgesehen = alle });

        var sicht = await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/beratung");

        foreach (var verraeterisch in new[] { "kennung-7", "Benedetta", "Hafen", "Vorarbeiterin", Testjobcenter.Fallmanagerin })
            sicht.ToString().ShouldNotContain(verraeterisch);
        AngabenOf(sicht, "Mitglied").ShouldContain("Gemeinsames Thema");
        AngabenOf(sicht, "Kooperationsplan").ShouldContain("Lebenslauf schreiben");
    }

    [Fact]
    public async Task A_corrected_entry_is_not_shown_and_asking_again_adds_to_what_was_looked_through()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var falsch = await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Verschrieben" });
        await Sitzung.ReadAsync(await probe.Sitzung.PostAsync(
            $"/api/faelle/{probe.Fall}/eintraege/KontaktGehalten", new { wirksamAm = Gemeinsam.Heute, berichtigt = falsch, begruendung = "Verschrieben", daten = new { form = "Telefon", themen = "Mietschulden" } }));
        var richtig = (await probe.AkteAsync("KontaktGehalten")).Single(e => !e.GetProperty("ersetzt").GetBoolean()).GetProperty("id").GetGuid();
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?", durchgesehen = new[] { falsch, richtig } });
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Und was dann?" });

        var sicht = await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/beratung");

        sicht.ToString().ShouldNotContain("Verschrieben");
        AngabenOf(sicht, "Kontakt").ShouldContain("Mietschulden");
        sicht.GetProperty("frage").GetString().ShouldBe("Und was dann?");
    }

    [Fact]
    public async Task Every_look_is_logged_and_other_roles_of_the_office_have_none()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("BeratungFreigegeben", new { frage = "Was nun?" });
        await (await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin)).GetAsync($"/api/faelle/{probe.Fall}/beratung");
        await (await (await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin)).Http.GetAsync($"/api/faelle/{probe.Fall}/beratung")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");

        var zugriffe = await (await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin)).GetAsync($"/api/faelle/{probe.Fall}/zugriffe");
        zugriffe.EnumerateArray().Where(z => z.GetProperty("zweck").GetString() == "Kollegiale Beratung")
            .Select(z => z.GetProperty("akteurId").GetString()).ShouldBe([Testjobcenter.ZweiteFallmanagerin]);
    }

    [Fact]
    public async Task Only_entries_of_the_Akte_can_be_looked_through()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedByAsync("BeratungFreigegeben", new { frage = "Was nun?", durchgesehen = new[] { Guid.NewGuid() } })).ShouldBe("DurchgesehenesMussBestehen");
    }

    private static IReadOnlyList<string> AngabenOf(JsonElement sicht, string titel) =>
        [.. sicht.GetProperty("eintraege").EnumerateArray().Last(e => e.GetProperty("titel").GetString()!.StartsWith(titel, StringComparison.Ordinal)).GetProperty("angaben").EnumerateArray().Select(a => a.GetProperty("text").GetString()!)];
}
