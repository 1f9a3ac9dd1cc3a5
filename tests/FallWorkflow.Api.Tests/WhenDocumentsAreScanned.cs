using System.Net;
using FallWorkflow.TestKit.App;
using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Api.Tests;

/// <summary>A program with a scanner and with little room.</summary>
public sealed class WhenDocumentsAreScanned : IAsyncLifetime, IDisposable
{
    private readonly Clamdserver _clamd = new();
    private FallWorkflowApp _app = null!;
    private Sitzung _fallmanagerin = null!;
    private Guid _fall;

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync(new Appoptionen
        {
            Weitere = new Dictionary<string, string?>
            {
                ["Documents:ClamAv"] = _clamd.Adresse,
                ["Documents:ClamAvTimeoutSeconds"] = "2",
                ["Documents:MaxMegabytes"] = "1",
                ["Documents:MaxMegabytesPerFall"] = "2",
            },
        });
        _fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        _fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _clamd.Dispose();

    [Fact]
    public async Task The_scanner_sees_every_byte_and_what_is_clean_says_so()
    {
        var inhalt = Testdateien.Pdf(laenge: 200_001);
        await _fallmanagerin.FileAsync(_fall, inhalt);
        _clamd.Gesehen.ShouldHaveSingleItem().ShouldBe(inhalt);
        (await _fallmanagerin.DocumentsAsync(_fall))[0].GetProperty("geprueft").GetString().ShouldBe("OhneBefund");
    }

    [Fact]
    public async Task The_EICAR_file_is_refused_by_the_name_of_what_was_found()
    {
        var antwort = await _fallmanagerin.SendFileAsync(_fall, Testdateien.Eicar, "eicar.txt", "text/plain");
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei").ShouldContain("Eicar-Test-Signature");
        (await _fallmanagerin.DocumentsAsync(_fall)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scanner_that_is_silent_refuses_or_is_away_keeps_documents_out_until_it_is_back()
    {
        _clamd.Schweigt = true;
        await ShouldWaitAsync();
        _clamd.Schweigt = false;
        _clamd.StreamMaxLength = 10;
        await ShouldWaitAsync();
        _clamd.StreamMaxLength = 25 * 1024 * 1024;
        await _fallmanagerin.FileAsync(_fall, Testdateien.Pdf());
        _clamd.Dispose();
        await ShouldWaitAsync();
        (await _fallmanagerin.DocumentsAsync(_fall)).Count.ShouldBe(1);

        async Task ShouldWaitAsync()
        {
            var antwort = await _fallmanagerin.SendFileAsync(_fall, Testdateien.Pdf());
            (await antwort.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "pruefdienst-nicht-erreichbar")).GetProperty("detail").GetString()!.ShouldContain("nicht gespeichert");
            antwort.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        }
    }

    [Fact]
    public async Task The_files_of_one_Fall_have_a_limit_and_removing_one_makes_room()
    {
        var gross = Testdateien.Pdf(laenge: 1024 * 1024);
        var erste = await _fallmanagerin.FileAsync(_fall, gross);
        await _fallmanagerin.FileAsync(_fall, gross);
        (await (await _fallmanagerin.SendFileAsync(_fall, Testdateien.Pdf())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("datei").ShouldContain("2 MB");
        await _fallmanagerin.RecordAsync(_fall, "DokumentEntfernt", Gemeinsam.Heute, new { dokumentId = erste, begruendung = "Nicht mehr gebraucht" });
        await _fallmanagerin.FileAsync(_fall, gross);
    }
}
