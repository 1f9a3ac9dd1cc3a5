using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>A Fallmanagerin at work in a program whose clock moves: each test has Fälle of its own, from the day the clock stands on.</summary>
internal sealed class Steuerung(FallWorkflowApp app)
{
    public FallWorkflowApp App { get; } = app;

    public async Task<(Guid Fall, DateOnly Heute)> AdmitAsync()
    {
        var heute = await App.TodayAsync();
        return (await Beispieldaten.AdmitAsync(App, heute), heute);
    }

    /// <summary>Agrees a referral to the debt counselling and has it accepted; returns its id.</summary>
    public async Task<string> AcceptedAsync(Guid fall, DateOnly am)
    {
        var id = $"Z-{Guid.NewGuid():N}";
        await RecordAsync(fall, "ZuweisungVereinbart", am, Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"));
        await RecordAsync(fall, "ZuweisungAngenommen", am, new { zuweisungId = id });
        return id;
    }

    public async Task RecordAsync(Guid fall, string art, DateOnly am, object daten) =>
        await Sitzung.ReadAsync(await SendAsync(fall, art, am, daten));

    /// <summary>Records a fact as the Fallmanagerin and does not judge the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(Guid fall, string art, DateOnly am, object daten) =>
        await (await SessionAsync()).PostAsync($"/api/faelle/{fall}/eintraege/{art}", new { wirksamAm = am, bestaetigt = true, daten });

    public async Task<JsonElement> FallAsync(Guid fall) => await (await SessionAsync()).GetAsync($"/api/faelle/{fall}");

    /// <summary>Kinds of the open tasks that begin with one of these, in order of the alphabet.</summary>
    public async Task<List<string>> OpenAsync(Guid fall, params string[] arten) =>
        [.. (await TasksAsync(fall)).Select(a => a.GetProperty("art").GetString()!).Where(a => arten.Any(b => a.StartsWith(b, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    public async Task<List<JsonElement>> TasksAsync(Guid fall) =>
        [.. (await FallAsync(fall)).GetProperty("aufgaben").EnumerateArray().Where(a => a.GetProperty("status").GetString() == "Offen")];

    /// <summary>What has gone to the team lead.</summary>
    public async Task<List<string>> EscalationsAsync(Guid fall) =>
        [.. (await (await SessionAsync()).GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray()
            .Where(v => v.GetProperty("art").GetString() == "Eskalation").Select(v => v.GetProperty("titel").GetString()!)];

    private Task<Sitzung> SessionAsync() => App.SignInAsync(Testjobcenter.Fallmanagerin);
}
