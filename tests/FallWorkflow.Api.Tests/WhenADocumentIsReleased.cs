using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>A document belongs to what it is about, and a partner opens it only with the client's consent to this one (R57, R88, R89).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenADocumentIsReleased(Gemeinsam gemeinsam)
{
    private static readonly byte[] Inhalt = Testdateien.Pdf("Schuldenaufstellung");

    [Fact]
    public async Task It_names_the_goal_referral_or_contact_that_it_belongs_to()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var ziel = await probe.RecordAsync("ZielVereinbart", new { zielId = "g1", bezeichnung = "Schuldenfrei", ebene = "Richtungsziel", messkriterium = "keine Mahnung", bis = "2027-12-31", bedarf = "MaterielleSituation", ressourcen = "Schwester" });
        await probe.Sitzung.FileAsync(probe.Fall, Inhalt, ("gehoertZu", ziel.ToString()));

        (await probe.Sitzung.DocumentsAsync(probe.Fall)).ShouldHaveSingleItem().GetProperty("gehoertZu").GetGuid().ShouldBe(ziel);
        (await probe.PageAsync()).ShouldContain("Gehört zu: Ziel vereinbart (11.01.2027)");
        (await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/DokumentAbgelegt")).ShouldContain($"<option value=\"{ziel}\"");
        var entscheidung = (await probe.AkteAsync("KlientEntschieden"))[0].GetProperty("id").GetGuid();
        foreach (var falsch in new[] { Guid.NewGuid(), entscheidung })
        {
            var problem = await (await probe.Sitzung.SendFileAsync(probe.Fall, Inhalt, andere: [("gehoertZu", falsch.ToString())])).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
            problem.GetProperty("regel").GetString().ShouldBe("ZugehoerigesMussBestehen");
        }
    }

    [Fact]
    public async Task The_partner_of_the_referral_opens_it_and_nobody_else_and_each_time_is_a_logged_transmission()
    {
        var (probe, zuweisung, dokument) = await ReferAsync();
        var traeger = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        (await DocumentsAsync(traeger, zuweisung)).ShouldBeEmpty();
        await NotFoundAsync(traeger, zuweisung, dokument);
        (await probe.RefusedAtAsync("DokumentFreigegeben", "klientEinverstanden", new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = false })).ShouldContain("Einverständnis");

        await probe.RecordAsync("DokumentFreigegeben", new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = true });

        (await DocumentsAsync(traeger, zuweisung)).ShouldHaveSingleItem().GetProperty("titel").GetString().ShouldBe("Abschlusszeugnis");
        (await LogAsync(probe)).ShouldBeEmpty("looking at the list hands nothing out");
        (await traeger.Http.GetStringAsync($"/traeger/{zuweisung}")).ShouldContain($"/traeger/{zuweisung}/dokumente/{dokument}");
        foreach (var adresse in new[] { $"/api/traeger/zuweisungen/{zuweisung}/dokumente/{dokument}/datei", $"/traeger/{zuweisung}/dokumente/{dokument}" })
        {
            var antwort = await traeger.Http.GetAsync(adresse);
            (await antwort.Content.ReadAsByteArrayAsync()).ShouldBe(Inhalt);
            antwort.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }

        var zeilen = await LogAsync(probe);
        zeilen.Count.ShouldBe(2);
        var freigabe = (await probe.AkteAsync("DokumentFreigegeben"))[0].GetProperty("nr").GetInt64();
        zeilen[0].GetProperty("zweck").GetString()!.ShouldContain("an Schuldnerberatung; Leistung: Beratung");
        zeilen[0].GetProperty("grundlage").GetString().ShouldBe($"Einwilligung vom 11.01.2027 (Eintrag {freigabe}); freigegeben: dieses Dokument");
        (await probe.PageAsync()).ShouldContain("Freigegeben für: Beratung");
        await NotFoundAsync(await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSuchthilfe), zuweisung, dokument);
        await NotFoundAsync(traeger, zuweisung, await probe.Sitzung.FileAsync(probe.Fall, Testdateien.Pdf("anderes")));
        (await probe.Sitzung.Http.GetAsync($"/api/traeger/zuweisungen/{zuweisung}/dokumente")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Taken_back_removed_or_without_the_referral_it_is_closed_again()
    {
        var (probe, zuweisung, dokument) = await ReferAsync();
        var traeger = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        var freigabe = new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = true };
        (await probe.RefusedByAsync("DokumentfreigabeZurueckgenommen", new { dokumentId = dokument, zuweisungId = zuweisung })).ShouldBe("DokumentfreigabeMussBestehen");

        await probe.RecordAsync("DokumentFreigegeben", freigabe);
        await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).RecordAsync(probe.Fall, "DokumentfreigabeZurueckgenommen", Gemeinsam.Heute, new { dokumentId = dokument, zuweisungId = zuweisung, anlass = "anders überlegt" });
        await NotFoundAsync(traeger, zuweisung, dokument);

        await probe.RecordAsync("DokumentFreigegeben", freigabe);
        (await DocumentsAsync(traeger, zuweisung)).Count.ShouldBe(1);
        await probe.RecordAsync("DokumentEntfernt", new { dokumentId = dokument, begruendung = "doppelt" });
        (await DocumentsAsync(traeger, zuweisung)).ShouldBeEmpty();
        await NotFoundAsync(traeger, zuweisung, dokument);

        var zweites = await probe.Sitzung.FileAsync(probe.Fall, Inhalt);
        await probe.RecordAsync("DokumentFreigegeben", freigabe with { dokumentId = zweites });
        await probe.RecordAsync("EinwilligungWiderrufen", new { zuweisungId = zuweisung });
        await NotFoundAsync(traeger, zuweisung, zweites);
        (await LogAsync(probe)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_the_service_has_ended_it_is_closed_though_the_partner_still_sees_the_referral()
    {
        var (probe, zuweisung, dokument) = await ReferAsync();
        await probe.RecordAsync("DokumentFreigegeben", new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = true });
        var traeger = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        (await traeger.PostAsync($"/api/traeger/zuweisungen/{zuweisung}/antwort", new { entscheidung = "Angenommen", text = "Gern." })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await traeger.PostAsync($"/api/traeger/zuweisungen/{zuweisung}/bericht", new { art = "Beginn" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await DocumentsAsync(traeger, zuweisung)).Count.ShouldBe(1);

        (await traeger.PostAsync($"/api/traeger/zuweisungen/{zuweisung}/bericht", new { art = "Ende", text = "Ratenplan steht" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await DocumentsAsync(traeger, zuweisung)).ShouldBeEmpty();
        await NotFoundAsync(traeger, zuweisung, dokument);
        (await LogAsync(probe)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_about_others_too_is_not_released()
    {
        var (probe, zuweisung, _) = await ReferAsync();
        var dokument = await probe.Sitzung.FileAsync(probe.Fall, Inhalt, ("betrifft", "AuchAndere"));
        (await probe.RefusedByAsync("DokumentFreigegeben", new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = true })).ShouldBe("DokumentDarfNurKlientBetreffen");
    }

    [Fact]
    public async Task The_copy_says_who_may_open_it()
    {
        var (probe, zuweisung, dokument) = await ReferAsync();
        await probe.RecordAsync("DokumentFreigegeben", new { dokumentId = dokument, zuweisungId = zuweisung, klientEinverstanden = true });
        var auskunft = await probe.RecordAsync("AuskunftErteilt", new { form = "Papier", an = "der Person selbst" });
        (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{auskunft}")).GetProperty("verarbeitung").ToString().ShouldContain("darf oder durfte ein Dokument öffnen: Abschlusszeugnis");
    }

    private async Task<(Fallprobe Probe, string Zuweisung, string Dokument)> ReferAsync()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var zuweisung = $"Z-{probe.Fall:N}";
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(zuweisung, Testjobcenter.Schuldnerberatung, "Name"));
        return (probe, zuweisung, await probe.Sitzung.FileAsync(probe.Fall, Inhalt));
    }

    private static async Task<IReadOnlyList<JsonElement>> DocumentsAsync(Sitzung traeger, string zuweisung) =>
        [.. (await traeger.GetAsync($"/api/traeger/zuweisungen/{zuweisung}/dokumente")).EnumerateArray()];

    private static async Task NotFoundAsync(Sitzung traeger, string zuweisung, string dokument)
    {
        await (await traeger.Http.GetAsync($"/api/traeger/zuweisungen/{zuweisung}/dokumente/{dokument}/datei")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await traeger.Http.GetAsync($"/traeger/{zuweisung}/dokumente/{dokument}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Transmissions of documents.</summary>
    private async Task<IReadOnlyList<JsonElement>> LogAsync(Fallprobe probe) =>
        [.. (await (await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin)).GetAsync($"/api/faelle/{probe.Fall}/zugriffe")).EnumerateArray()
            .Where(z => z.GetProperty("art").GetString() == "Uebermittelt" && z.GetProperty("zweck").GetString()!.StartsWith("Dokument", StringComparison.Ordinal))];
}
