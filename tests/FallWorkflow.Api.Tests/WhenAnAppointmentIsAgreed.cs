using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Appointments through the API; today is Monday, 11 January 2027, in Bayern.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAnAppointmentIsAgreed(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task It_is_read_with_the_next_ones_moved_and_called_off()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("TerminVereinbart", Termin("t1", "2027-01-20", "10:00"));
        await probe.RecordAsync("TerminVerschoben", new { terminId = "t1", am = "2027-01-21", um = "14:30", grund = "Kind krank" });

        var termin = (await TermineAsync(probe)).ShouldHaveSingleItem();
        (Text(termin, "am"), Text(termin, "um"), Text(termin, "beginn"), Text(termin, "stand"), termin.GetProperty("folge").GetInt32())
            .ShouldBe(("2027-01-21", "14:30:00", "2027-01-21T13:30:00+00:00", "Vereinbart", 1));

        await probe.RecordAsync("TerminAbgesagt", new { terminId = "t1", durch = "Jobcenter", grund = "Schulung" });
        Text((await TermineAsync(probe)).ShouldHaveSingleItem(), "stand").ShouldBe("Abgesagt");
        (await probe.RefusedByAsync("TerminVerschoben", new { terminId = "t1", am = "2027-01-22", um = "09:00", grund = "doch" })).ShouldBe("TerminMussOffenSein");
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("TerminVereinbart", "ort", Termin("t", "2027-01-20", "10:00", ort: ""))).ShouldContain("wo der Termin stattfindet");
        (await probe.RefusedAtAsync("TerminVereinbart", "um", Termin("t", "2027-01-20", "halb drei"))).ShouldContain("14:30");
        (await probe.RefusedAtAsync("TerminVereinbart", "dauer", Termin("t", "2027-01-20", "10:00", dauer: 601))).ShouldContain("1 bis 600");
        (await probe.RefusedAtAsync("TerminerinnerungGewuenscht", "eMail", new { eMail = "ada", klientEinverstanden = true })).ShouldContain("E-Mail-Adresse");
        (await probe.RefusedAtAsync("TerminerinnerungGewuenscht", "klientEinverstanden", new { eMail = "ada@example.org", klientEinverstanden = false })).ShouldContain("Einverständnis");
        (await probe.RefusedByAsync("TerminVereinbart", Termin("t", "2027-01-10", "10:00"))).ShouldBe("TerminMussNachVereinbarungLiegen");
        (await probe.RefusedByAsync("TerminerinnerungWiderrufen", new { })).ShouldBe("TerminerinnerungMussGewuenschtSein");
        (await probe.RefusedByAsync("KontaktAusgefallen", new { grund = "x", terminId = "gibt-es-nicht" })).ShouldBe("TerminMussOffenSein");
    }

    [Fact]
    public async Task Weekend_Feiertag_and_collision_are_pointed_out_and_nothing_is_refused()
    {
        var (eins, zwei) = (await Fallprobe.AdmitAsync(gemeinsam), await Fallprobe.AdmitAsync(gemeinsam));
        await eins.RecordAsync("TerminVereinbart", Termin("a", "2027-11-14", "10:00"));
        await eins.RecordAsync("TerminVereinbart", Termin("b", "2027-11-01", "10:00"));
        await eins.RecordAsync("TerminVereinbart", Termin("c", "2027-11-16", "10:00"));
        await zwei.RecordAsync("TerminVereinbart", Termin("c", "2027-11-16", "10:30"));

        var hinweise = (await TermineAsync(eins)).ToDictionary(t => Text(t, "terminId")!, t => t.GetProperty("hinweise").EnumerateArray().Select(h => h.GetString()).ToList());
        hinweise["a"].ShouldBe(["Dieser Tag liegt am Wochenende."]);
        hinweise["b"].ShouldBe(["Dieser Tag ist ein Feiertag (Allerheiligen)."]);
        hinweise["c"].ShouldBe(["Überschneidet sich mit einem anderen Termin von 10:30 bis 11:15 Uhr."]);
    }

    [Fact]
    public async Task The_same_key_agrees_it_once()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var inhalt = new { wirksamAm = Gemeinsam.Heute, daten = Termin("t1", "2027-01-20", "10:00") };
        for (var i = 0; i < 2; i++)
            (await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/TerminVereinbart", inhalt, ("Idempotency-Key", $"termin-{probe.Fall}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await probe.AkteAsync("TerminVereinbart")).Count.ShouldBe(1);
        (await probe.RefusedByAsync("TerminVereinbart", Termin("t1", "2027-01-21", "10:00"))).ShouldBe("TerminMussNeuSein");
    }

    [Fact]
    public async Task The_calendar_file_and_the_letter_are_there_until_it_is_called_off()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("TerminVereinbart", Termin("t/1 ä", "2027-01-20", "10:00"));
        var weg = $"/api/faelle/{probe.Fall}/termine/{Uri.EscapeDataString("t/1 ä")}";
        var datei = await probe.Sitzung.Http.GetAsync($"{weg}/kalender.ics");
        (datei.Content.Headers.ContentType?.ToString(), datei.Content.Headers.ContentDisposition?.FileName).ShouldBe(("text/calendar; charset=utf-8", "termin.ics"));
        (await datei.Content.ReadAsStringAsync()).ShouldContain("DTSTART:20270120T090000Z\r\n");
        var brief = await probe.Sitzung.GetAsync($"{weg}/einladung");
        (Text(brief, "absender"), Text(brief, "anrede")).ShouldBe(("Nürnberg-Süd", "Guten Tag Jörg Müßig-Öztürk,"));

        await probe.RecordAsync("TerminAbgesagt", new { terminId = "t/1 ä", durch = "Klient", grund = "Umzug" });
        (await probe.Sitzung.Http.GetStringAsync($"{weg}/kalender.ics")).ShouldContain("STATUS:CANCELLED");
        await (await probe.Sitzung.Http.GetAsync($"{weg}/einladung")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        await (await probe.Sitzung.Http.GetAsync($"/api/faelle/{probe.Fall}/termine/anders/kalender.ics")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task Only_who_may_see_the_Fall_reads_it_and_every_look_is_logged()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("TerminVereinbart", Termin("t1", "2027-01-20", "10:00"));
        foreach (var weg in new[] { "termine", "termine/t1/kalender.ics", "termine/t1/einladung" })
        {
            var adresse = $"/api/faelle/{probe.Fall}/{weg}";
            foreach (var fremd in new[] { Testjobcenter.ZweiteFallmanagerin, Testjobcenter.BerlinerFallmanager, Testjobcenter.BerlinerTeamleiter })
                await (await (await gemeinsam.App.SignInAsync(fremd)).Http.GetAsync(adresse)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
            foreach (var rolle in new[] { Testjobcenter.Vermittlerin, Testjobcenter.PartnerSchulden, Testjobcenter.Prozessgestalterin })
                (await (await gemeinsam.App.SignInAsync(rolle)).Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var zugriffe = await (await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin)).GetAsync($"/api/faelle/{probe.Fall}/zugriffe");
        var zwecke = zugriffe.EnumerateArray().Select(z => z.GetProperty("zweck").GetString()).ToList();
        new[] { "Termine", "Kalenderdatei", "Einladung zum Termin" }.ShouldAllBe(z => zwecke.Contains(z));
    }

    [Fact]
    public async Task The_team_lead_agrees_moves_and_calls_off_for_the_Fallmanager_and_holds_no_contact()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        await leitung.RecordAsync(probe.Fall, "TerminVereinbart", Gemeinsam.Heute, Termin("t1", "2027-01-20", "10:00"));
        await leitung.RecordAsync(probe.Fall, "TerminVerschoben", Gemeinsam.Heute, new { terminId = "t1", am = "2027-01-21", um = "14:30", grund = "krank" });
        await probe.RecordAsync("TerminerinnerungGewuenscht", new { eMail = "ada@example.org", klientEinverstanden = true });
        await leitung.RecordAsync(probe.Fall, "TerminerinnerungWiderrufen", Gemeinsam.Heute, new { anmerkung = "Anruf" });
        var seite = await leitung.Http.GetStringAsync($"/faelle/{probe.Fall}");
        seite.ShouldContain("/festhalten/TerminVerschoben?bezug=t1");
        seite.ShouldNotContain("/festhalten/KontaktGehalten");
        seite.ShouldNotContain("/festhalten/TerminerinnerungGewuenscht");
        await leitung.RecordAsync(probe.Fall, "TerminAbgesagt", Gemeinsam.Heute, new { terminId = "t1", durch = "Jobcenter", grund = "krank" });

        foreach (var (wer, art, daten) in new (string, string, object)[]
        {
            (Testjobcenter.Teamleiterin, "KontaktGehalten", new { form = "Telefon", themen = "x" }),
            (Testjobcenter.Teamleiterin, "TerminerinnerungGewuenscht", new { eMail = "ada@example.org", klientEinverstanden = true }),
            (Testjobcenter.Datenschuetzerin, "EinladungVersandt", new { terminId = "t1", weg = "Post" }),
        })
        {
            (await (await gemeinsam.App.SignInAsync(wer)).PostAsync($"/api/faelle/{probe.Fall}/eintraege/{art}", new { wirksamAm = Gemeinsam.Heute, daten })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, art);
        }
    }

    [Fact]
    public async Task The_letter_is_recorded_as_sent_and_a_moved_appointment_needs_another()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("TerminVereinbart", Termin("t1", "2027-01-20", "10:00"));
        (await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/termine/t1/einladung")).ShouldContain("/festhalten/EinladungVersandt?bezug=t1");
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin)).Http.GetStringAsync($"/faelle/{probe.Fall}/termine/t1/einladung")).ShouldNotContain("EinladungVersandt");
        (await probe.RefusedByAsync("EinladungVersandt", new { terminId = "anderer", weg = "Post" })).ShouldBe("EinladungBrauchtTermin");
        (await probe.RefusedAtAsync("EinladungVersandt", "weg", new { terminId = "t1", weg = "Brieftaube" })).ShouldNotBeEmpty();

        await probe.RecordAsync("EinladungVersandt", new { terminId = "t1", weg = "Post" });

        var termin = (await TermineAsync(probe)).ShouldHaveSingleItem();
        (Text(termin, "einladungVersandtAm"), Text(termin, "einladungWeg")).ShouldBe(("2027-01-11", "Post"));
        (await probe.PageAsync()).ShouldContain("Einladung versandt am 11.01.2027 (Mit der Post).");
        var eintrag = (await probe.AkteAsync("EinladungVersandt")).ShouldHaveSingleItem();
        (Text(eintrag, "erfasstVon"), Text(eintrag, "wirksamAm")).ShouldBe((Testjobcenter.Fallmanagerin, "2027-01-11"));

        await probe.RecordAsync("TerminVerschoben", new { terminId = "t1", am = "2027-01-21", um = "14:30", grund = "Kind krank" });
        Text((await TermineAsync(probe)).ShouldHaveSingleItem(), "einladungVersandtAm").ShouldBeNull();
    }

    [Fact]
    public async Task My_appointments_are_those_of_my_Faelle_in_the_period()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("TerminVereinbart", Termin("t0", "2027-08-01", "23:30"));
        await probe.RecordAsync("TerminVereinbart", Termin("t1", "2027-08-02", "23:30"));
        await probe.RecordAsync("TerminVereinbart", Termin("t2", "2027-08-04", "00:00"));
        (await MineAsync(Testjobcenter.Fallmanagerin)).ShouldBe(["t1"]);
        (await MineAsync(Testjobcenter.Teamleiterin)).ShouldBe(["t1"]);
        (await MineAsync(Testjobcenter.ZweiteFallmanagerin)).ShouldBeEmpty();
        (await MineAsync(Testjobcenter.BerlinerTeamleiter)).ShouldBeEmpty();
        await (await probe.Sitzung.Http.GetAsync("/api/termine?von=2027-08-03&bis=2027-08-02")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await probe.Sitzung.Http.GetAsync("/api/termine?von=2027-01-01&bis=2028-01-01")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");

        async Task<List<string?>> MineAsync(string person) =>
            [.. (await (await gemeinsam.App.SignInAsync(person)).GetAsync("/api/termine?von=2027-08-02&bis=2027-08-03")).EnumerateArray()
                .Select(t => t.GetProperty("termin")).Where(t => t.GetProperty("fallId").GetGuid() == probe.Fall).Select(t => Text(t, "terminId"))];
    }

    [Fact]
    public async Task The_list_points_out_what_collides_for_one_person_and_nothing_of_what_is_called_off()
    {
        var (eins, zwei) = (await Fallprobe.AdmitAsync(gemeinsam), await Fallprobe.AdmitAsync(gemeinsam));
        await eins.RecordAsync("TerminVereinbart", Termin("a", "2027-09-05", "10:00"));
        await eins.RecordAsync("TerminVereinbart", Termin("b", "2027-09-05", "12:00"));
        await eins.RecordAsync("TerminAbgesagt", new { terminId = "b", durch = "Klient", grund = "Umzug" });
        await zwei.RecordAsync("FallmanagerGewechselt", new { fallmanagerId = Testjobcenter.ZweiteFallmanagerin, begruendung = "Elternzeit", uebergabegespraechAm = Gemeinsam.Heute });
        await (await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin)).RecordAsync(zwei.Fall, "TerminVereinbart", Gemeinsam.Heute, Termin("c", "2027-09-05", "10:15"));

        var liste = (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync("/api/termine?von=2027-09-05&bis=2027-09-05")).EnumerateArray()
            .ToDictionary(t => Text(t.GetProperty("termin"), "terminId")!, t => t.GetProperty("hinweise").EnumerateArray().Select(h => h.GetString()).ToList());
        liste["a"].ShouldBe(["Dieser Tag liegt am Wochenende."], "the other one is somebody else's");
        liste["b"].ShouldBeEmpty();
        liste["c"].ShouldBe(["Dieser Tag liegt am Wochenende."]);
        (await TermineAsync(eins))[0].GetProperty("hinweise").EnumerateArray().Select(h => h.GetString()).ShouldBe(["Dieser Tag liegt am Wochenende."]);
    }

    private static object Termin(string id, string am, string um, string ort = "Zimmer 204", int dauer = 45) =>
        new { terminId = id, am, um, dauer, form = "Buero", zweck = "Gespraech", ort };

    private static async Task<IReadOnlyList<JsonElement>> TermineAsync(Fallprobe probe) =>
        [.. (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/termine")).EnumerateArray()];

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
