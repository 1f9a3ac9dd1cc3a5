using System.Net;
using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenAPersonAsksWhatIsStored(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task The_copy_has_every_row_of_every_table_that_belongs_to_the_Fall()
    {
        var fall = await ReferredAsync();
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.GetAsync($"/api/faelle/{fall}/akte");
        await fallmanagerin.FileAsync(fall, Testdateien.Pdf());

        var auskunft = await CopyAsync(fallmanagerin, fall);

        var tabellen = auskunft.GetProperty("tabellen").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetArrayLength());
        // The database itself says which tables there are and what they hold, whatever the program thinks of.
        var gezaehlt = await CountAsync(fall);
        tabellen.ShouldBe(gezaehlt, ignoreOrder: true);
        foreach (var tabelle in new[] { "Faelle", "Eintraege", "Aufgaben", "Nachrichten", "Verlauf", "Zugriffe", "Zuweisungen", "WorkflowInstanzen", "Journal", "Timer", "Dokumentinhalte" })
            tabellen[tabelle].ShouldBePositive(tabelle);
        auskunft.GetProperty("akte").GetArrayLength().ShouldBe(tabellen["Eintraege"]);
        auskunft.GetProperty("tabellen").GetProperty("Nachrichten")[0].GetProperty("Inhalt").GetString()!.ShouldContain("Müßig-Öztürk");
    }

    [Fact]
    public async Task There_is_no_copy_without_its_record_in_the_Akte_and_in_the_access_log()
    {
        var fall = await ReferredAsync();
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var anderer = (await leitung.GetAsync($"/api/faelle/{fall}/akte"))[0].GetProperty("id").GetGuid();
        await (await leitung.Http.GetAsync($"/api/faelle/{fall}/auskunft/{anderer}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await leitung.GetAsync($"/api/faelle/{fall}/auskunft")).GetArrayLength().ShouldBe(0);

        var auskunft = await CopyAsync(leitung, fall);

        var eintrag = (await leitung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Single(e => e.GetProperty("art").GetString() == "AuskunftErteilt");
        (eintrag.GetProperty("daten").GetProperty("form").GetString(), eintrag.GetProperty("daten").GetProperty("an").GetString()).ShouldBe(("Papier", "dem Klienten persönlich"));
        var aushaendigung = (await gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(fall, 100)).Where(z => z.Art == "Ausgehaendigt").ShouldHaveSingleItem();
        aushaendigung.AkteurId.ShouldBe(Testjobcenter.Teamleiterin);
        aushaendigung.Zweck.ShouldContain("dem Klienten persönlich");
        aushaendigung.Grundlage!.ShouldContain("Art. 15 DSGVO");
        auskunft.GetProperty("tabellen").GetProperty("Zugriffe").EnumerateArray().Count(z => z.GetProperty("Art").GetString() == "Ausgehaendigt").ShouldBe(1);
        (await leitung.GetAsync($"/api/faelle/{fall}/auskunft"))[0].GetProperty("id").GetGuid().ShouldBe(eintrag.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task It_is_in_plain_German_and_the_page_to_print_shows_the_same()
    {
        var fall = await ReferredAsync();
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var id = await IssueAsync(fallmanagerin, fall);
        var seite = await fallmanagerin.Http.GetAsync($"/faelle/{fall}/auskunft/{id}");
        seite.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = WebUtility.HtmlDecode(await seite.Content.ReadAsStringAsync());
        foreach (var (tabelle, anzahl) in await CountAsync(fall))
            text.ShouldContain($"{tabelle}: {anzahl}", Case.Sensitive, tabelle);
        foreach (var angabe in (await fallmanagerin.GetAsync($"/api/faelle/{fall}/auskunft/{id}")).GetProperty("akte").EnumerateArray().SelectMany(e => e.GetProperty("angaben").EnumerateArray()))
            text.ShouldContain(angabe.GetProperty("text").GetString()!);
        foreach (var klartext in new[] { "Müßig-Öztürk", "Kinderbetreuung nicht gesichert", "Unterschied zur Vermittlung", "Schuldnerberatung (Kennzeichen schuldnerberatung)" })
            text.ShouldContain(klartext);
        foreach (var recht in new[] { "berichtigt", "gelöscht", "eingeschränkt", "widersprechen", "beschweren" })
            text.ShouldContain(recht, Case.Sensitive, "Art. 15 Abs. 1 Buchst. e and f DSGVO");
        (await fallmanagerin.Http.GetStringAsync($"/faelle/{fall}/auskunft")).ShouldContain($"/auskunft/{id}");
    }

    [Fact]
    public async Task It_says_what_for_whence_to_whom_and_how_long()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await IncludeAsync(probe, "m1", "Gundula Quitte", "Pflege regeln");
        var vorher = Told(await CopyAsync(probe.Sitzung, probe.Fall));
        vorher["Wofür wir sie brauchen"].Count.ShouldBe(2);
        vorher["Woher wir sie haben"].ShouldBe(["Von Ihnen selbst, aus Gesprächen mit Ihnen.", "Von der Arbeitsvermittlung des Jobcenters, die Sie an das Fallmanagement übergeben hat."]);
        vorher["Wer etwas davon bekommt"][0].ShouldBe("An Träger haben wir mit diesem Programm bisher nichts geschickt.");
        vorher["Wie lange wir sie aufbewahren"].ShouldHaveSingleItem().ShouldContain("noch nicht festgelegt");

        var zuweisung = $"Z-{probe.Fall:N}";
        var vereinbart = await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(zuweisung, Testjobcenter.Schuldnerberatung, "Name", "Anliegen"));
        var kopie = await IssueAsync(probe.Sitzung, probe.Fall);
        var gesendet = Told(await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}"));
        var traeger = gesendet["Wer etwas davon bekommt"].Single(a => a.EndsWith("hat bekommen: Name, Anliegen.", StringComparison.Ordinal));
        gesendet["Wer etwas davon bekommt"].ShouldNotContain(vorher["Wer etwas davon bekommt"][0]);
        gesendet["Woher wir sie haben"].ShouldBe(vorher["Woher wir sie haben"], "no answer has come");

        var partner = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        (await partner.PostAsync($"/api/traeger/zuweisungen/{zuweisung}/antwort", new { entscheidung = "Angenommen" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var datenschutz = await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin);
        await datenschutz.RecordAsync(probe.Fall, "AufbewahrungsfristFestgelegt", Gemeinsam.Heute, new { frist = "24 Monate" });
        var danach = Told(await CopyAsync(probe.Sitzung, probe.Fall));
        danach["Woher wir sie haben"].ShouldContain($"Von {traeger[..traeger.IndexOf(" (", StringComparison.Ordinal)]}: Antworten und Berichte zu Ihrer Zuweisung.");
        danach["Wie lange wir sie aufbewahren"].ShouldBe(["Nach dem Ende des Falls noch 24 Monate. Dann wird die Akte gelöscht."]);
        Told(await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}"))["Woher wir sie haben"].ShouldBe(vorher["Woher wir sie haben"], "what was handed out reaches no further");

        await Sitzung.ReadAsync(await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/ZuweisungVereinbart", new
        {
            wirksamAm = Gemeinsam.Heute,
            berichtigt = vereinbart,
            begruendung = "Anliegen war anders",
            daten = Beispieldaten.Zuweisung(zuweisung, Testjobcenter.Schuldnerberatung, "Name", "Anliegen"),
        }));
        Told(await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}"))["Wer etwas davon bekommt"].ShouldBe(gesendet["Wer etwas davon bekommt"], "a correction that came later");
        Told(await CopyAsync(probe.Sitzung, probe.Fall))["Wer etwas davon bekommt"].ShouldBe(gesendet["Wer etwas davon bekommt"], "told once");

        var seite = WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{kopie}"));
        foreach (var absatz in gesendet.Values.SelectMany(a => a))
            seite.ShouldContain(absatz);
        var anteil = Told(await CopyAsync(probe.Sitzung, probe.Fall, "m1"));
        anteil.Keys.ShouldBe(danach.Keys);
        string.Join(' ', anteil.Values.SelectMany(a => a)).ShouldNotContain("Schuldner");
    }

    private static Dictionary<string, List<string>> Told(JsonElement kopie) => kopie.GetProperty("verarbeitung").EnumerateArray()
        .ToDictionary(a => a.GetProperty("titel").GetString()!, a => a.GetProperty("absaetze").EnumerateArray().Select(t => t.GetString()!).ToList());

    [Fact]
    public async Task A_reason_is_called_a_reason_and_not_by_a_question_to_the_case_manager()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Kur" }, "Nachtrag");
        var id = await IssueAsync(probe.Sitzung, probe.Fall);
        var seite = WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{id}"));
        seite.ShouldContain("<dt>Begründung</dt><dd class=\"fw-text\">Nachtrag</dd>");
    }

    [Fact]
    public async Task What_is_about_others_is_a_placeholder_with_the_reason_wherever_it_stands()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await IncludeAsync(probe, "m1", "Gundula Quitte", "Pflege der Schwiegermutter in Zirndorf");
        await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Gundula Quitte kam mit und half." });
        await probe.RecordAsync("SichtweiseFestgehalten", new { thema = "Arbeit", wessen = "Angehoerige", sicht = "Er solle erst gesund werden." });
        await probe.RecordAsync("SichtweiseFestgehalten", new { thema = "Arbeit", wessen = "Klient", sicht = "Ich will im Lager arbeiten." });

        var kopie = (await CopyAsync(probe.Sitzung, probe.Fall)).ToString();

        kopie.ShouldNotContain("Quitte");
        kopie.ShouldNotContain("Zirndorf");
        kopie.ShouldNotContain("erst gesund werden");
        kopie.ShouldContain("Angabe über eine andere Person");
        kopie.ShouldContain("kam mit und half.");
        kopie.ShouldContain("Ich will im Lager arbeiten.");
        var angaben = JsonSerializer.Deserialize<JsonElement>(kopie).GetProperty("akte").EnumerateArray().Single(e => e.GetProperty("titel").GetString()!.StartsWith("Mitglied", StringComparison.Ordinal)).GetProperty("angaben");
        var geschwaerzt = angaben.EnumerateArray().Where(a => a.GetProperty("istPlatzhalter").GetBoolean()).ToList();
        geschwaerzt.Select(a => a.GetProperty("label").GetString()).ShouldBe(["Name", "Erläuterung"]);
        geschwaerzt.ShouldAllBe(a => a.GetProperty("text").GetString()!.Contains("Art.\u00a015 Abs.\u00a04 DSGVO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_runs_beside_is_in_it_by_name_and_relatives_are_not()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("FallkonferenzVereinbart", new
        {
            konferenzId = "k1",
            anlass = "Wohnung und Schulden",
            am = "2027-02-01",
            klientEinverstanden = true,
            teilnehmende = new object[] { new { art = "Traeger", name = "Cord Kiwi" }, new { art = "Angehoerige", name = "Bodo Birne" } },
        });
        await probe.RecordAsync("FallkonferenzGehalten", new
        {
            konferenzId = "k1",
            teilnehmende = new object[] { new { art = "Traeger", name = "Cord Kiwi" }, new { art = "Angehoerige", name = "Gundula Quitte" } },
            ergebnis = "Gundula Quitte hilft beim Umzug.",
            beschluesse = new object[] { new { was = "Kisten packen", zustaendig = "Angehoerige", verantwortlich = "Gundula Quitte", bis = "2027-03-01" } },
        });
        await probe.RecordAsync("LeistungsfrageGestellt", new { frageId = "f1", frage = "Zahlt das Amt den Umzug?" });
        await probe.RecordAsync("LeistungsfrageBeantwortet", new { frageId = "f1", antwort = "Ja, auf Antrag.", beantwortetVon = "Frau Melone" });

        var kopie = await CopyAsync(probe.Sitzung, probe.Fall);

        kopie.ToString().ShouldNotContain("Quitte");
        kopie.ToString().ShouldNotContain("Birne");
        var texte = kopie.GetProperty("akte").EnumerateArray().SelectMany(e => e.GetProperty("angaben").EnumerateArray()).Select(a => a.GetProperty("text").GetString()!).ToList();
        foreach (var text in new[] { "Cord Kiwi", "Kisten packen", "Wohnung und Schulden (Kennzeichen k1)", "Zahlt das Amt den Umzug? (Kennzeichen f1)", "Ja, auf Antrag.", "Frau Melone" })
            texte.ShouldContain(text);
        texte.ShouldContain(t => t.EndsWith("hilft beim Umzug.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_of_the_household_gets_its_own_share_and_nothing_else()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await IncludeAsync(probe, "m1", "Gundula Quitte", "Pflege gemeinsam mit Jörg Müßig-Öztürk regeln");
        await IncludeAsync(probe, "m2", "Bodo Birne", "Ausbildung in Fürth");

        var kopie = await CopyAsync(probe.Sitzung, probe.Fall, "m1");

        kopie.GetProperty("akte").EnumerateArray().Select(e => e.GetProperty("titel").GetString())
            .ShouldBe(["Mitglied der Bedarfsgemeinschaft einbezogen", "Auskunft erteilt"]);
        kopie.GetProperty("tabellen").EnumerateObject().ShouldBeEmpty();
        var text = kopie.ToString();
        text.ShouldContain("Gundula Quitte");
        text.ShouldContain("Pflege gemeinsam mit");
        foreach (var fremdes in new[] { "Birne", "Fürth", "Müßig", "FM-2027" })
            text.ShouldNotContain(fremdes);
        var seite = WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{kopie.GetProperty("erteilung").GetProperty("id").GetGuid()}"));
        seite.ShouldContain("Gundula Quitte");
        seite.ShouldNotContain("Müßig");
        (await probe.RefusedByAsync("AuskunftErteilt", new { form = "Papier", an = "Fremde", mitgliedId = "m3" })).ShouldBe("MitgliedMussBekanntSein");
    }

    [Fact]
    public async Task A_corrected_issue_is_logged_too_and_reaches_no_further_and_to_nobody_else()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await IncludeAsync(probe, "m1", "Gundula Quitte", "Pflege gemeinsam regeln");
        var anteil = await IssueAsync(probe.Sitzung, probe.Fall, "m1");
        foreach (var mitgliedId in new string?[] { null, "x" })
            (await (await CorrectAsync(probe, anteil, mitgliedId)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("mitgliedId").ShouldNotBeEmpty();
        var kopie = await IssueAsync(probe.Sitzung, probe.Fall);
        await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "nach der Aushändigung" });

        var berichtigt = (await Sitzung.ReadAsync(await CorrectAsync(probe, kopie, null))).GetProperty("eintraege")[0].GetGuid();

        var auskunft = await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{berichtigt}");
        auskunft.GetProperty("akte").ToString().ShouldNotContain("nach der Aushändigung");
        auskunft.GetProperty("akte").EnumerateArray().Last().GetProperty("id").GetGuid().ShouldBe(kopie);
        auskunft.GetProperty("tabellen").EnumerateObject().ShouldBeEmpty("the rows of now are not what was handed out");
        WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{berichtigt}")).ShouldContain("erteilen Sie eine neue Auskunft");
        (await gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(probe.Fall, 100)).Where(z => z.Art == "Ausgehaendigt").Select(z => z.Zweck[^10..])
            .ShouldBe(["persönlich", "persönlich", "er Tochter"], ignoreOrder: true);
        await (await probe.Sitzung.Http.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task Every_document_is_listed_and_the_files_come_with_it_but_for_those_about_others()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var zeugnis = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("Zeugnis"));
        var attest = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("Attest"), ("titel", "Attest Gundula Quitte"), ("betrifft", "AuchAndere"), ("herkunft", "Privatperson"), ("von", "Bodo Birne"));
        var weg = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("Doppelt"), ("titel", "Doppelt"), ("sicht", "Fallmanagement"));
        var brief = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("Brief"), ("titel", "Brief"), ("sicht", "Fallmanagement"));
        await probe.RecordAsync("DokumentEntfernt", new { dokumentId = weg, begruendung = "doppelt" });
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);

        var erteilt = await IssueAsync(leitung, probe.Fall);
        var kopie = await leitung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{erteilt}");

        kopie.GetProperty("dokumente").EnumerateArray().Select(d => (d.GetProperty("id").GetString(), d.GetProperty("verbleib").GetString()))
            .ShouldBe([(zeugnis, "Beigefuegt"), (attest, "AuchUeberAndere"), (weg, "Entfernt"), (brief, "Beigefuegt")]);
        kopie.ToString().ShouldNotContain("Quitte");
        kopie.ToString().ShouldNotContain("Birne");
        foreach (var adresse in new[] { $"/api/faelle/{probe.Fall}/auskunft/{erteilt}/dokumente", $"/faelle/{probe.Fall}/auskunft/{erteilt}/dokumente" })
        {
            var antwort = await leitung.Http.GetAsync(adresse);
            antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
            antwort.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            antwort.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            var dateien = await UnpackAsync(antwort);
            dateien.Keys.Select(n => n[(n.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ShouldBe(["Zeugnis.pdf", "Zeugnis.pdf", "Verzeichnis.txt"]);
            dateien.Values.Take(2).ShouldBe([Testdateien.Pdf("Zeugnis"), Testdateien.Pdf("Brief")]);
            var verzeichnis = System.Text.Encoding.UTF8.GetString(dateien["Verzeichnis.txt"]);
            foreach (var text in new[] { "Abschlusszeugnis – Die Datei liegt bei.", "Angabe über eine andere Person", "Art.\u00a015 Abs.\u00a04 DSGVO", "Doppelt – Die Datei ist nicht mehr gespeichert." })
                verzeichnis.ShouldContain(text);
            verzeichnis.ShouldNotContain("Quitte");
        }

        var seite = WebUtility.HtmlDecode(await leitung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{erteilt}"));
        seite.ShouldContain($"/faelle/{probe.Fall}/auskunft/{erteilt}/dokumente");
        seite.ShouldContain("Die Datei liegt nicht bei, weil sie auch Angaben über andere Menschen enthält");
        (await gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(probe.Fall, 100)).Count(z => z.Zweck.StartsWith("Dateien zur Auskunft", StringComparison.Ordinal)).ShouldBe(2);
        await (await leitung.Http.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{Guid.NewGuid()}/dokumente")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task What_came_after_the_issue_is_not_among_its_files()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("vorher"));
        var erteilt = await IssueAsync(probe.Sitzung, probe.Fall);
        await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("nachher"), ("titel", "Nachher"));
        var dateien = await UnpackAsync(await probe.Sitzung.Http.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{erteilt}/dokumente"));
        dateien.Values.First().ShouldBe(Testdateien.Pdf("vorher"));
        dateien.Count.ShouldBe(2);
    }

    private static async Task<Dictionary<string, byte[]>> UnpackAsync(HttpResponseMessage antwort)
    {
        using var zip = new System.IO.Compression.ZipArchive(await antwort.Content.ReadAsStreamAsync());
        var dateien = new Dictionary<string, byte[]>();
        foreach (var teil in zip.Entries)
        {
            using var inhalt = new MemoryStream();
            await using var strom = await teil.OpenAsync();
            await strom.CopyToAsync(inhalt);
            dateien.Add(teil.FullName, inhalt.ToArray());
        }

        return dateien;
    }

    private static Task<HttpResponseMessage> CorrectAsync(Fallprobe probe, Guid eintrag, string? mitgliedId) => probe.Sitzung.PostAsync(
        $"/api/faelle/{probe.Fall}/eintraege/AuskunftErteilt",
        new { wirksamAm = Gemeinsam.Heute, berichtigt = eintrag, begruendung = "Verschrieben", daten = new { form = "Papier", an = "der Tochter", mitgliedId } });

    [Theory]
    [InlineData(Testjobcenter.Vermittlerin)]
    [InlineData(Testjobcenter.PartnerSchulden)]
    [InlineData(Testjobcenter.Prozessgestalterin)]
    public async Task Other_roles_do_not_hand_it_out(string benutzer)
    {
        var fall = await ReferredAsync();
        var id = await IssueAsync(await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin), fall);
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        foreach (var adresse in new[] { "auskunft", $"auskunft/{id}" })
            (await sitzung.Http.GetAsync($"/api/faelle/{fall}/{adresse}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/AuskunftErteilt", new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Papier", an = "mir" } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Guid> IncludeAsync(Fallprobe probe, string id, string name, string erlaeuterung) =>
        probe.RecordAsync("MitgliedEinbezogen", new { mitgliedId = id, name, grund = "WunschDerPerson", erlaeuterung });

    private static async Task<Guid> IssueAsync(Sitzung sitzung, Guid fall, string? mitglied = null) =>
        (await sitzung.RecordAsync(fall, "AuskunftErteilt", Gemeinsam.Heute, new { form = "Papier", an = "dem Klienten persönlich", mitgliedId = mitglied })).GetProperty("eintraege")[0].GetGuid();

    private static async Task<JsonElement> CopyAsync(Sitzung sitzung, Guid fall, string? mitglied = null) =>
        await sitzung.GetAsync($"/api/faelle/{fall}/auskunft/{await IssueAsync(sitzung, fall, mitglied)}");

    private async Task<Guid> ReferredAsync()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(
            fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{fall:N}", Testjobcenter.Schuldnerberatung, "Name", "Anliegen"));
        return fall;
    }

    private async Task<Dictionary<string, int>> CountAsync(Guid fall)
    {
        await using var verbindung = new SqliteConnection(gemeinsam.App.ConnectionString);
        await verbindung.OpenAsync();
        var tabellen = await ListAsync(verbindung, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'QRTZ%' AND name NOT LIKE 'sqlite%'");
        var zahlen = new Dictionary<string, int>();
        foreach (var tabelle in tabellen)
        {
            var spalten = await ListAsync(verbindung, $"SELECT name FROM pragma_table_info('{tabelle}')");
            var bedingung = spalten switch
            {
                _ when tabelle == "Faelle" => "upper(Id) = upper($id)",
                _ when spalten.Contains("FallId") => "upper(FallId) = upper($id)",
                _ when spalten.Contains("InstanceId") => "InstanceId IN (SELECT Id FROM WorkflowInstanzen WHERE CorrelationId = $n)",
                _ when spalten.Contains("CorrelationId") => "CorrelationId = $n",
                _ => null,
            };
            if (bedingung is not null)
                zahlen[tabelle] = int.Parse((await ListAsync(verbindung, $"SELECT CAST(COUNT(*) AS TEXT) FROM \"{tabelle}\" WHERE {bedingung}", fall)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return zahlen;
    }

    private static async Task<List<string>> ListAsync(SqliteConnection verbindung, string sql, Guid fall = default)
    {
        await using var befehl = verbindung.CreateCommand();
        // Names of tables and columns only, from the database itself.
#pragma warning disable CA2100
        befehl.CommandText = sql;
#pragma warning restore CA2100
        befehl.Parameters.AddWithValue("$id", fall.ToString());
        befehl.Parameters.AddWithValue("$n", fall.ToString("N"));
        await using var leser = await befehl.ExecuteReaderAsync();
        var werte = new List<string>();
        while (await leser.ReadAsync())
            werte.Add(leser.GetString(0));
        return werte;
    }
}
