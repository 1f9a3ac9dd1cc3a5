using System.Net;
using System.Net.Http.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>With an app of its own, since the calendar and the clock are everybody's.</summary>
public sealed class WhenAnOfficeHasItsOwnCalendar : IAsyncLifetime
{
    private static readonly DateOnly Beginn = new(2027, 1, 11);
    private FallWorkflowApp _app = null!;

    public async Task InitializeAsync() => _app = await FallWorkflowApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_local_Feiertag_moves_the_running_timer_at_once_and_says_why()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await PutAsync(leitung, new[] { new { name = "Stadtfest", regel = "08.02.2027" } });
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK);

        var zeile = (await leitung.GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray().Single(z => z.GetProperty("art").GetString() == "FristVerschoben");
        zeile.GetProperty("detail").GetString().ShouldBe("bisher 08.02.2027, jetzt 09.02.2027 – Örtliche Feiertage: Beschluss der Stadt");
        (await leitung.GetAsync($"/api/bueros/{Testjobcenter.Nuernberg}")).GetProperty("lokaleFeiertage")[0].GetProperty("name").GetString().ShouldBe("Stadtfest");
    }

    [Fact]
    public async Task A_rule_that_cannot_be_read_is_refused_and_nothing_changes()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await PutAsync(leitung, new[] { new { name = "Stadtfest", regel = "irgendwann" } });
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await antwort.Content.ReadAsStringAsync()).ShouldContain("feiertage[0]");
        (await leitung.GetAsync($"/api/bueros/{Testjobcenter.Nuernberg}")).GetProperty("lokaleFeiertage").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Another_office_does_not_exist_for_the_team_lead_and_a_Fallmanager_may_not_change_her_own()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        (await leitung.Http.GetAsync("/api/bueros/anderswo")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await PutAsync(fallmanagerin, Array.Empty<object>())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_concept_of_a_later_day_moves_the_dates_on_that_day()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        await Sitzung.ReadAsync(await leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = Beginn.AddDays(7),
            fristen = new Dictionary<string, string> { ["Kontaktfenster.Beginn"] = "3 Wochen" },
            begruendung = "Engere Begleitung",
        }));
        (await MovedAsync(leitung, fall)).ShouldBeEmpty();

        await _app.AdvanceToAsync(Beginn.AddDays(6));
        (await MovedAsync(leitung, fall)).ShouldBeEmpty();
        await _app.AdvanceToAsync(Beginn.AddDays(7));
        (await MovedAsync(leitung, fall)).ShouldBe(["2027-01-18 bisher 08.02.2027, jetzt 01.02.2027 – Fachkonzept Version 1: Engere Begleitung"]);
    }

    private static async Task<List<string>> MovedAsync(Sitzung leitung, Guid fall) =>
        [.. (await leitung.GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray().Where(z => z.GetProperty("art").GetString() == "FristVerschoben")
            .Select(z => $"{z.GetProperty("datum").GetString()} {z.GetProperty("detail").GetString()}")];

    private static Task<HttpResponseMessage> PutAsync(Sitzung sitzung, IEnumerable<object> feiertage) =>
        sitzung.Http.PutAsJsonAsync($"/api/bueros/{Testjobcenter.Nuernberg}/feiertage", new { feiertage, begruendung = "Beschluss der Stadt" });
}
