using System.Net;
using System.Security.Cryptography;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>The survey apart from the record (R80): a link that works once and not for ever, paper, and sums that tell nobody apart.</summary>
public sealed class WhenSatisfactionIsAsked : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;

    public async Task InitializeAsync() => _app = await FallWorkflowApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_link_works_once_and_without_sign_in_or_cookie()
    {
        var links = await MakeAsync(2);
        var niemand = _app.Nobody().Http;

        var bogen = await niemand.GetAsync(links[0]);
        bogen.StatusCode.ShouldBe(HttpStatusCode.OK);
        bogen.Headers.Contains("Set-Cookie").ShouldBeFalse();
        WebUtility.HtmlDecode(await bogen.Content.ReadAsStringAsync()).ShouldContain("Wir fragen nicht nach Ihrem Namen und speichern ihn nicht.");

        (await AnswerAsync(links[0], ("respekt", "6"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await AnswerAsync(links[0], ("respekt", "viel"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await AnswerAsync(links[0])).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "an empty answer would use up the link");
        var danke = await AnswerAsync(links[0], ("respekt", "5"), ("zufriedenheit", "4"));
        danke.StatusCode.ShouldBe(HttpStatusCode.OK);
        danke.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await danke.Content.ReadAsStringAsync()).ShouldContain("Vielen Dank");

        (await AnswerAsync(links[0], ("respekt", "1"))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await niemand.GetAsync(links[0])).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await niemand.GetAsync(links[1])).StatusCode.ShouldBe(HttpStatusCode.OK, "the other one is untouched");
        (await niemand.GetAsync("/befragung/gibtesnicht")).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_link_ends_with_the_quarter_after_the_one_it_was_made_in()
    {
        var link = (await MakeAsync(1)).Single();
        var niemand = _app.Nobody().Http;

        await _app.AdvanceToAsync(new DateOnly(2027, 6, 30));
        (await niemand.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _app.AdvanceToAsync(new DateOnly(2027, 7, 1));
        (await niemand.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await AnswerAsync(link, ("respekt", "5"))).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_is_stored_of_a_link_opens_nothing_and_goes_when_its_time_is_over()
    {
        var befragungen = _app.Services.GetRequiredService<IBefragungen>();
        var geheimnis = (await MakeAsync(1)).Single().Split('/')[^1];
        var pruefsumme = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(geheimnis)));
        (await befragungen.FindLinkAsync(geheimnis)).ShouldBeNull("who reads the table cannot answer for others");
        (await befragungen.FindLinkAsync(pruefsumme)).ShouldNotBeNull();

        await _app.AdvanceToAsync(new DateOnly(2027, 6, 30));
        await MakeAsync(1);
        (await befragungen.FindLinkAsync(pruefsumme)).ShouldNotBeNull();
        await _app.AdvanceToAsync(new DateOnly(2027, 7, 1));
        await MakeAsync(1);
        (await befragungen.FindLinkAsync(pruefsumme)).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_counts_for_its_quarter_and_for_no_day_in_it()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 16));
        for (var i = 0; i < 5; i++)
            (await leitung.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 4 } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var (von, bis, erwartet) in new[] { ("2027-03-15", "2027-03-20", 5), ("2027-01-01", "2027-01-02", 5), ("2027-04-01", "2027-06-30", 0), ("2026-10-01", "2026-12-31", 0) })
            (await leitung.GetAsync($"/api/statistik/befragung?von={von}&bis={bis}")).GetProperty("ergebnis").GetProperty("antworten").GetInt32().ShouldBe(erwartet, von);
    }

    [Fact]
    public async Task The_file_hides_a_question_that_few_answered()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        for (var i = 0; i < 5; i++)
            (await leitung.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 4, zufriedenheit = i == 0 ? (int?)null : 2 } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var zeilen = Encoding.UTF8.GetString(await leitung.Http.GetByteArrayAsync("/api/statistik/befragung.csv?von=2027-01-01&bis=2027-03-31")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        zeilen[1].ShouldEndWith(";5;4,00");
        zeilen[5].ShouldEndWith(";unterdrückt;unterdrückt");
        zeilen[2].ShouldEndWith(";0;", Case.Sensitive, "nobody is not few");
    }

    [Fact]
    public async Task Fewer_than_five_answers_stay_hidden_and_other_offices_see_none()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        foreach (var link in await MakeAsync(4))
            (await AnswerAsync(link, ("respekt", "5"), ("zufriedenheit", "2"))).EnsureSuccessStatusCode();
        var vier = (await leitung.GetAsync("/api/statistik/befragung")).GetProperty("ergebnis");
        vier.GetProperty("antworten").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        vier.GetProperty("respekt").GetProperty("mittel").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        (await leitung.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 4 } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var fuenf = (await leitung.GetAsync("/api/statistik/befragung")).GetProperty("ergebnis");
        fuenf.GetProperty("antworten").GetInt32().ShouldBe(5);
        (fuenf.GetProperty("respekt").GetProperty("anzahl").GetInt32(), fuenf.GetProperty("respekt").GetProperty("mittel").GetDouble()).ShouldBe((5, 4.8));
        fuenf.GetProperty("zufriedenheit").GetProperty("mittel").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "only four answered this question");
        (await leitung.GetAsync("/api/statistik/befragung?von=2026-01-01&bis=2026-12-31")).GetProperty("ergebnis").GetProperty("antworten").GetInt32().ShouldBe(0);
        var berlin = await _app.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.GetAsync("/api/statistik/befragung")).GetProperty("ergebnis").GetProperty("antworten").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Paper_is_entered_by_the_team_lead_and_names_nobody()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);

        await (await fallmanagerin.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 4 } })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        (await (await leitung.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 7 } })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("antwort.respekt").ShouldContain("1");
        await (await leitung.PostAsync("/api/befragung/antworten", new { antwort = new { respekt = 4 }, fallId = Guid.NewGuid() })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
    }

    [Fact]
    public async Task Links_are_made_by_those_who_work_with_people_and_not_without_end()
    {
        foreach (var wer in new[] { Testjobcenter.Vermittlerin, Testjobcenter.PartnerSchulden, Testjobcenter.Prozessgestalterin })
            await (await (await _app.SignInAsync(wer)).PostAsync("/api/befragung/links", new { anzahl = 1 })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        foreach (var anzahl in new[] { 0, 41 })
            (await (await fallmanagerin.PostAsync("/api/befragung/links", new { anzahl })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("anzahl").ShouldContain("40");
        (await MakeAsync(40)).Distinct().Count().ShouldBe(40);
    }

    private async Task<List<string>> MakeAsync(int anzahl)
    {
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var bogen = await Sitzung.ReadAsync(await fallmanagerin.PostAsync("/api/befragung/links", new { anzahl }));
        return [.. bogen.GetProperty("geheimnisse").EnumerateArray().Select(g => $"/befragung/{g.GetString()}")];
    }

    private Task<HttpResponseMessage> AnswerAsync(string link, params (string Frage, string Wert)[] antworten) =>
        _app.Nobody().Http.PostAsync(link, new FormUrlEncodedContent(antworten.Select(a => KeyValuePair.Create(a.Frage, a.Wert))));
}
