using System.Net;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Two people work on the same Fall at the same moment: the second is told, sees what the first did, and can repeat; nothing is lost.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenTwoPeopleEditAtOnce(Gemeinsam gemeinsam)
{
    private static readonly (string Art, object Daten) Verlaengern = ("DauerVerlaengert", new { monate = 6, begruendung = "Die Umschulung dauert länger." });
    private static readonly (string Art, object Daten) Beenden = ("DauerEndeBeschlossen", new { begruendung = "Die Ziele sind erreicht." });

    [Fact]
    public async Task Opposite_decisions_on_the_same_state_are_not_both_taken_blindly()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var teamleiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var stand = await ETagAsync(fallmanagerin, fall);
        (await ETagAsync(teamleiterin, fall)).ShouldBe(stand);

        (Sitzung Wer, (string Art, object Daten) Was)[] versuche = [(fallmanagerin, Verlaengern), (teamleiterin, Beenden)];
        var antworten = await Task.WhenAll(versuche.Select(v => SendAsync(v.Wer, fall, v.Was, stand)));
        antworten.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var zweite = Array.FindIndex(antworten, a => a.StatusCode != HttpStatusCode.OK);
        var problem = await antworten[zweite].ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "version-veraltet");
        $"\"{problem.GetProperty("erwartet").GetInt64()}\"".ShouldBe(stand);

        // What the first one did is there to be read before the second decides again.
        var (wer, was) = versuche[zweite];
        (await DecisionsAsync(wer, fall)).ShouldBe([versuche[1 - zweite].Was.Art]);
        var aktuell = await ETagAsync(wer, fall);
        aktuell.ShouldBe($"\"{problem.GetProperty("aktuell").GetInt64()}\"");
        (await SendAsync(wer, fall, was, aktuell)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DecisionsAsync(wer, fall)).ShouldBe([versuche[1 - zweite].Was.Art, was.Art]);
    }

    [Fact]
    public async Task Entries_that_do_not_depend_on_each_other_are_all_kept()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var teamleiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);

        var antworten = await Task.WhenAll(
            SendAsync(fallmanagerin, fall, ("KontaktGehalten", Beispieldaten.Kontakt)),
            SendAsync(teamleiterin, fall, Verlaengern),
            SendAsync(fallmanagerin, fall, ("RhythmusGeaendert", new { wochen = 2, begruendung = "Die Lage ist angespannt." })));
        antworten.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);

        var akte = (await fallmanagerin.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().ToList();
        foreach (var art in new[] { "KontaktGehalten", "DauerVerlaengert", "RhythmusGeaendert" })
            akte.Count(e => e.GetProperty("art").GetString() == art).ShouldBe(1, art);
        akte.Select(e => e.GetProperty("nr").GetInt32()).ShouldBe(Enumerable.Range(1, akte.Count));
    }

    [Fact]
    public async Task The_same_entry_is_corrected_by_one_of_two_and_the_other_corrects_the_correction()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var eintrag = (await sitzung.RecordAsync(fall, "KontaktGehalten", Gemeinsam.Heute, Beispieldaten.Kontakt)).GetProperty("eintraege")[0].GetGuid();

        string[] formen = ["Telefon", "Hausbesuch"];
        var antworten = await Task.WhenAll(formen.Select(form => CorrectAsync(sitzung, fall, eintrag, form)));
        var zweite = Array.FindIndex(antworten, a => a.StatusCode != HttpStatusCode.OK);
        (await antworten[zweite].ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("berichtigt").ShouldNotBeEmpty();

        var erste = (await Sitzung.ReadAsync(antworten[1 - zweite])).GetProperty("eintraege")[0].GetGuid();
        (await CorrectAsync(sitzung, fall, erste, formen[zweite])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == "KontaktGehalten")
            .Select(e => (e.GetProperty("daten").GetProperty("form").GetString(), e.GetProperty("ersetzt").GetBoolean()))
            .ShouldBe([("Spaziergang", true), (formen[1 - zweite], true), (formen[zweite], false)]);
    }

    private static Task<HttpResponseMessage> SendAsync(Sitzung wer, Guid fall, (string Art, object Daten) was, string? stand = null) => wer.PostAsync(
        $"/api/faelle/{fall}/eintraege/{was.Art}", new { wirksamAm = Gemeinsam.Heute, daten = was.Daten }, stand is null ? [] : [("If-Match", stand)]);

    private static Task<HttpResponseMessage> CorrectAsync(Sitzung wer, Guid fall, Guid eintrag, string form) => wer.PostAsync(
        $"/api/faelle/{fall}/eintraege/KontaktGehalten",
        new { wirksamAm = Gemeinsam.Heute, berichtigt = eintrag, begruendung = "Die Form war anders.", daten = new { form, themen = "Wohnung" } });

    private static async Task<string> ETagAsync(Sitzung wer, Guid fall) => (await wer.Http.GetAsync($"/api/faelle/{fall}")).Headers.ETag!.ToString();

    private static async Task<List<string?>> DecisionsAsync(Sitzung wer, Guid fall) =>
        [.. (await wer.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Select(e => e.GetProperty("art").GetString()).Where(a => a is "DauerVerlaengert" or "DauerEndeBeschlossen")];
}
