using System.Net;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenADocumentIsFiled(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task It_is_listed_with_what_the_program_found_out_and_comes_back_byte_by_byte_as_an_attachment()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var inhalt = Testdateien.Pdf("Größe", 300_000);
        var id = (await Sitzung.ReadAsync(await probe.Sitzung.SendFileAsync(probe.Fall, inhalt, "Führungs „Zeugnis“; 1.pdf", andere: [("von", "Berufsschule"), ("datiertAm", "2026-07-01")])))
            .GetProperty("dokumentId").GetString()!;

        var zeile = (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldHaveSingleItem();
        (zeile.GetProperty("id").GetString(), zeile.GetProperty("datei").GetString(), zeile.GetProperty("medientyp").GetString(), zeile.GetProperty("groesse").GetInt32())
            .ShouldBe((id, "Führungs „Zeugnis“; 1.pdf", "application/pdf", inhalt.Length));
        (zeile.GetProperty("art").GetString(), zeile.GetProperty("von").GetString(), zeile.GetProperty("datiertAm").GetString(), zeile.GetProperty("geprueft").GetString())
            .ShouldBe(("Zeugnis", "Berufsschule", "2026-07-01", "NichtGeprueft"));
        (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/dokumente/{id}")).ToString().ShouldBe(zeile.ToString());
        (await probe.AkteAsync("DokumentAbgelegt")).ShouldHaveSingleItem().ToString().Length.ShouldBeLessThan(2000, "the file is not part of the Akte");

        foreach (var adresse in new[] { $"/api/faelle/{probe.Fall}/dokumente/{id}/datei", $"/faelle/{probe.Fall}/dokumente/{id}" })
        {
            var antwort = await probe.Sitzung.Http.GetAsync(adresse);
            antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await antwort.Content.ReadAsByteArrayAsync()).ShouldBe(inhalt);
            antwort.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            antwort.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            antwort.Content.Headers.GetValues("Content-Disposition").Single().ShouldContain("filename*=UTF-8''F%C3%BChrungs%20%E2%80%9EZeugnis%E2%80%9C%3B%201.pdf");
            antwort.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            antwort.Headers.CacheControl!.NoStore.ShouldBeTrue();
            antwort.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith(adresse.StartsWith("/api/", StringComparison.Ordinal) ? "default-src 'none'; sandbox" : "default-src 'none'; ");
        }

        (await AccessesAsync(probe.Fall)).Count(z => z.Zweck.StartsWith("Datei des Dokuments", StringComparison.Ordinal) && z.AkteurId == Testjobcenter.Fallmanagerin).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_request_again_files_nothing_twice_and_another_file_under_its_key_is_refused()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var schluessel = Guid.NewGuid().ToString();
        var erste = await Sitzung.ReadAsync(await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf("eins"), schluessel: schluessel));
        var zweite = await Sitzung.ReadAsync(await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf("eins"), schluessel: schluessel));
        zweite.GetProperty("dokumentId").GetString().ShouldBe(erste.GetProperty("dokumentId").GetString());
        zweite.GetProperty("fall").GetProperty("wiederholt").GetBoolean().ShouldBeTrue();
        var problem = await (await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf("zwei"), schluessel: schluessel)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        problem.GetProperty("regel").GetString().ShouldBe("DokumentMussNeuSein");
        (await probe.Sitzung.DocumentsAsync(probe.Fall)).Count.ShouldBe(1);
        (await probe.AkteAsync("DokumentAbgelegt")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("titel", "", "titel")]
    [InlineData("art", "Bescheid", "art")]
    [InlineData("herkunft", "", "herkunft")]
    [InlineData("wirksamAm", "2027-02-30", "wirksamAm")]
    [InlineData("bestaetigt", "vielleicht", "bestaetigt")]
    [InlineData("gibtEsNicht", "x", "gibtEsNicht")]
    public async Task What_is_said_wrongly_about_it_is_named(string teil, string wert, string feld)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var antwort = await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf(), andere: [(teil, wert)]);
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldNotBeEmpty();
        (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_must_not_come_in_is_refused_by_name_and_nothing_is_kept()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await RefusedAsync(probe, Testdateien.Docx(("word/vbaProject.bin", "x")), "Brief.docx", Testdateien.DocxTyp)).ShouldContain("Makros");
        (await RefusedAsync(probe, "<html>"u8.ToArray(), "Seite.txt", "text/plain")).ShouldContain("Webseite");
        (await RefusedAsync(probe, [.. "MZ"u8, 0], "Zeugnis.pdf", "application/pdf")).ShouldContain("Programm");
        (await RefusedAsync(probe, Testdateien.Png, "Zeugnis.pdf", "application/pdf")).ShouldContain("PNG-Bild");
        (await RefusedAsync(probe, Testdateien.Pdf(), "Zeugnis.pdf", "text/html")).ShouldContain("text/html");
        (await RefusedAsync(probe, null, "", null)).ShouldContain("Wählen Sie die Datei aus");
        (await RefusedAsync(probe, Testdateien.Pdf(laenge: (10 * 1024 * 1024) + 1), "Zeugnis.pdf", "application/pdf")).ShouldContain("10 MB");
        (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldBeEmpty();
        (await ScalarAsync("SELECT COUNT(*) FROM Dokumentinhalte WHERE upper(FallId) = upper($id)", probe.Fall)).ShouldBe(0L);
    }

    [Fact]
    public async Task Far_too_much_no_file_form_and_no_key_are_answered_before_anybody_reads_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var zuGross = await probe.Sitzung.SendFileAsync(probe.Fall, new byte[12 * 1024 * 1024]);
        (await zuGross.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "zu-gross")).GetProperty("detail").GetString()!.ShouldContain("10 MB");
        (await (await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf(), schluessel: "")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "anfrage-ungueltig"))
            .GetProperty("detail").GetString()!.ShouldContain("Idempotency-Key");
        await (await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/dokumente", new { titel = "x" }, ("Idempotency-Key", "k"))).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "keine-datei");
        var kaputt = new HttpRequestMessage(HttpMethod.Post, $"/api/faelle/{probe.Fall}/dokumente") { Content = new StringContent("--x\r\nkein Teil") };
        kaputt.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        kaputt.Headers.Add("Idempotency-Key", "k");
        await (await probe.Sitzung.Http.SendAsync(kaputt)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "anfrage-ungueltig");
        // No other address takes more, or a form, because this one does.
        await (await probe.Sitzung.PostTextAsync($"/api/faelle/{probe.Fall}/eintraege/KontaktGehalten", new string('x', 2 * 1024 * 1024))).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "zu-gross");
        (await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/DokumentAbgelegt", new { wirksamAm = Gemeinsam.Heute, daten = new { } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_file_is_really_deleted_when_it_is_removed_and_the_reason_stays()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf());
        (await ScalarAsync("SELECT length(Inhalt) FROM Dokumentinhalte WHERE upper(FallId) = upper($id)", probe.Fall)).ShouldBe((long)Testdateien.Pdf().Length);
        (await probe.RefusedAtAsync("DokumentEntfernt", "begruendung", new { dokumentId = id, begruendung = " " })).ShouldNotBeEmpty();

        await probe.RecordAsync("DokumentEntfernt", new { dokumentId = id, begruendung = "Versehentlich abgelegt" });

        (await ScalarAsync("SELECT COUNT(*) FROM Dokumentinhalte WHERE upper(FallId) = upper($id)", probe.Fall)).ShouldBe(0L);
        var zeile = (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldHaveSingleItem();
        (zeile.GetProperty("entferntAm").GetString(), zeile.GetProperty("entferntWeil").GetString(), zeile.GetProperty("darfOeffnen").GetBoolean())
            .ShouldBe(($"{Gemeinsam.Heute:yyyy-MM-dd}", "Versehentlich abgelegt", false));
        (await (await probe.Sitzung.DownloadAsync(probe.Fall, id)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden")).GetProperty("detail").GetString()!.ShouldContain("entfernt");
        (await probe.RefusedByAsync("DokumentEntfernt", new { dokumentId = id, begruendung = "noch einmal" })).ShouldBe("DokumentMussVorhandenSein");
        (await probe.PageAsync()).ShouldContain("Versehentlich abgelegt");
    }

    [Fact]
    public async Task A_full_Akte_takes_no_more_until_something_is_removed_and_others_are_not_touched()
    {
        await using var app = await FallWorkflowApp.StartAsync(new Appoptionen
        {
            Weitere = new Dictionary<string, string?> { ["Documents:MaxMegabytes"] = "1", ["Documents:MaxMegabytesPerFall"] = "1" },
        });
        var heute = await app.TodayAsync();
        var (fall, anderer) = (await Beispieldaten.AdmitAsync(app, heute), await Beispieldaten.AdmitAsync(app, heute));
        var sitzung = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        var erstes = await sitzung.FileAsync(fall, Testdateien.Pdf(laenge: 600 * 1024));

        (await (await sitzung.SendFileAsync(fall, Testdateien.Pdf(laenge: 600 * 1024))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("datei").ShouldContain("1 MB");
        (await sitzung.DocumentsAsync(fall)).Count.ShouldBe(1);
        await sitzung.FileAsync(anderer, Testdateien.Pdf(laenge: 600 * 1024));

        await sitzung.RecordAsync(fall, "DokumentEntfernt", heute, new { dokumentId = erstes, begruendung = "Platz schaffen" });
        await sitzung.FileAsync(fall, Testdateien.Pdf(laenge: 600 * 1024));
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_put_there_is_not_handed_out()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf());
        await ScalarAsync("UPDATE Dokumentinhalte SET Inhalt = x'25504446' WHERE upper(FallId) = upper($id)", probe.Fall);
        await (await probe.Sitzung.DownloadAsync(probe.Fall, id)).ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "intern");
        (await AccessesAsync(probe.Fall)).ShouldNotContain(z => z.Zweck.StartsWith("Datei des Dokuments", StringComparison.Ordinal), "nobody got it");
    }

    [Fact]
    public async Task Who_has_not_seen_what_others_recorded_is_told_before_it_is_filed()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        probe.Sitzung.Http.DefaultRequestHeaders.IfMatch.ParseAdd("\"1\"");
        (await probe.Sitzung.SendFileAsync(probe.Fall, Testdateien.Pdf())).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_keeps_the_file_and_changes_what_was_said()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("Inhalt"));
        var eintrag = (await probe.AkteAsync("DokumentAbgelegt"))[0].GetProperty("id").GetString()!;
        await Sitzung.ReadAsync(await probe.Sitzung.SendFileAsync(
            probe.Fall, null, andere: [("titel", "Zeugnis der Berufsschule"), ("berichtigt", eintrag), ("dokumentId", id), ("begruendung", "Verschrieben")]));
        var zeile = (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldHaveSingleItem();
        (zeile.GetProperty("titel").GetString(), zeile.GetProperty("datei").GetString(), zeile.GetProperty("groesse").GetInt32()).ShouldBe(("Zeugnis der Berufsschule", "Zeugnis.pdf", Testdateien.Pdf("Inhalt").Length));
        (await (await probe.Sitzung.DownloadAsync(probe.Fall, id)).Content.ReadAsByteArrayAsync()).ShouldBe(Testdateien.Pdf("Inhalt"));
    }

    [Fact]
    public async Task Others_find_neither_the_document_nor_that_there_is_one()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf());
        foreach (var benutzer in new[] { Testjobcenter.BerlinerFallmanager, Testjobcenter.ZweiteFallmanagerin, Testjobcenter.BerlinerTeamleiter, Testjobcenter.Vermittlerin })
        {
            var fremd = await gemeinsam.App.SignInAsync(benutzer);
            foreach (var adresse in new[] { "", $"/{id}", $"/{id}/datei" })
                await (await fremd.Http.GetAsync($"/api/faelle/{probe.Fall}/dokumente{adresse}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
            (await fremd.Http.GetAsync($"/faelle/{probe.Fall}/dokumente/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            await (await fremd.SendFileAsync(probe.Fall, Testdateien.Pdf())).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        }

        foreach (var benutzer in new[] { Testjobcenter.PartnerSchulden, Testjobcenter.Prozessgestalterin })
            (await (await gemeinsam.App.SignInAsync(benutzer)).DownloadAsync(probe.Fall, id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await probe.Sitzung.DownloadAsync(probe.Fall, "x")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        // Under another Fall of the same person it is not there either.
        await (await probe.Sitzung.DownloadAsync((await Fallprobe.AdmitAsync(gemeinsam)).Fall, id)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await AccessesAsync(probe.Fall)).ShouldNotContain(z => z.Zweck.StartsWith("Datei des Dokuments", StringComparison.Ordinal), "nobody got it");
    }

    [Fact]
    public async Task Who_may_open_the_file_is_said_when_it_is_filed_and_data_protection_always_may()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var nurFallmanagement = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf(), ("sicht", "Fallmanagement"));
        var auchLeitung = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf(), ("sicht", "Teamleitung"));
        var alle = await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf(), ("sicht", "Akte"));
        await probe.RecordAsync("RueckgabeErklaert", new { begruendung = "Ziele erreicht", zielstand = "alle", offeneZuweisungen = "keine" });

        (await OpenAsync(Testjobcenter.Teamleiterin)).ShouldBe([false, true, true]);
        (await OpenAsync(Testjobcenter.Vermittlerin)).ShouldBe([false, false, true]);
        (await OpenAsync(Testjobcenter.Fallmanagerin)).ShouldBe([true, true, true]);
        (await OpenAsync(Testjobcenter.Datenschuetzerin)).ShouldBe([true, true, true]);

        async Task<bool[]> OpenAsync(string benutzer)
        {
            var sitzung = await gemeinsam.App.SignInAsync(benutzer);
            var gesagt = (await sitzung.DocumentsAsync(probe.Fall)).Select(d => d.GetProperty("darfOeffnen").GetBoolean()).ToArray();
            var getan = new List<bool>();
            foreach (var id in new[] { nurFallmanagement, auchLeitung, alle })
            {
                var antwort = await sitzung.DownloadAsync(probe.Fall, id);
                antwort.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
                getan.Add(antwort.StatusCode == HttpStatusCode.OK);
            }

            getan.ShouldBe(gesagt);
            return gesagt;
        }
    }

    private static async Task<string> RefusedAsync(Fallprobe probe, byte[]? inhalt, string name, string? typ) =>
        (await (await probe.Sitzung.SendFileAsync(probe.Fall, inhalt, name, typ)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei");

    private Task<IReadOnlyList<Zugriffsereignis>> AccessesAsync(Guid fall) => gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(fall, 1000);

    private async Task<object?> ScalarAsync(string sql, Guid fall)
    {
        await using var verbindung = new SqliteConnection(gemeinsam.App.ConnectionString);
        await verbindung.OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        // Constant texts of this class only.
#pragma warning disable CA2100
        befehl.CommandText = sql;
#pragma warning restore CA2100
        befehl.Parameters.AddWithValue("$id", fall.ToString());
        return await befehl.ExecuteScalarAsync();
    }
}
