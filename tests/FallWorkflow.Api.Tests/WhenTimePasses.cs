using System.Net;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>A program whose clock moves: for the tests of one class, one after the other.</summary>
public sealed class Bewegt : IAsyncLifetime
{
    public FallWorkflowApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await FallWorkflowApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}

public sealed class WhenTimePasses(Bewegt bewegt) : IClassFixture<Bewegt>
{
    private readonly FallWorkflowApp _app = bewegt.App;

    [Fact]
    public async Task The_contact_task_appears_after_four_weeks_and_is_overdue_after_six()
    {
        var beginn = await MondayAsync();
        var fall = await Beispieldaten.AdmitAsync(_app, beginn);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var letzter = beginn.AddDays(42).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await _app.AdvanceToAsync(Domain.Kalender.Ortszeit.At(beginn.AddDays(28), new TimeOnly(8, 0)).AddSeconds(-1));
        (await KontaktAsync(fallmanagerin, fall)).ShouldBeNull();
        await _app.AdvanceToAsync(beginn.AddDays(28));
        (await KontaktAsync(fallmanagerin, fall)).ShouldBe((letzter, false));
        await _app.AdvanceToAsync(beginn.AddDays(43));
        (await KontaktAsync(fallmanagerin, fall)).ShouldBe((letzter, true));
    }

    [Fact]
    public async Task The_days_on_the_way_have_their_overviews_and_what_falls_due_is_delivered()
    {
        var montag = await MondayAsync();
        var vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        await vermittlerin.OpenFallAsync(montag);
        // The handover is a task of the office's Fallmanager from now on; nobody does it.
        await _app.AdvanceToAsync(montag.AddDays(8));

        var mails = await _app.Services.GetRequiredService<IPostausgang>().LatestAsync(500);
        var tage = mails.Where(m => m.Schluessel.StartsWith($"tagesuebersicht:{Testjobcenter.Fallmanagerin}:", StringComparison.Ordinal))
            .Select(m => DateOnly.ParseExact(m.Schluessel[^10..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .Where(tag => tag > montag && tag <= montag.AddDays(8)).Order().ToList();
        // New on Tuesday, due on the next Monday (five Werktage), overdue on Tuesday; on the other days there is nothing to say.
        tage.ShouldBe([montag.AddDays(1), montag.AddDays(7), montag.AddDays(8)]);
        mails.ShouldAllBe(m => m.At <= Domain.Kalender.Ortszeit.At(montag.AddDays(8), new TimeOnly(8, 0)));
        (await _app.Services.GetRequiredService<IErinnerungen>().FaelligeAsync(
            Domain.Kalender.Ortszeit.At(montag.AddDays(8), new TimeOnly(8, 0)), DateTimeOffset.MaxValue, 10)).ShouldBeEmpty("nothing that is due waits");
    }

    [Theory]
    [InlineData(Testjobcenter.Fallmanagerin)]
    [InlineData(Testjobcenter.Datenschuetzerin)]
    [InlineData(Testjobcenter.PartnerSchulden)]
    public async Task Only_team_lead_and_process_designer_move_the_clock(string benutzer)
    {
        var sitzung = await _app.SignInAsync(benutzer);
        await (await sitzung.PostAsync("/api/testuhr", new { tage = 1 })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        var sitzung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await sitzung.PostAsync("/api/testuhr", new { bis = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("bis").ShouldContain("nur vorwärts");
    }

    /// <summary>Moves to the next Monday after which six weeks pass in Bayern without a Feiertag.</summary>
    private async Task<DateOnly> MondayAsync()
    {
        var heute = await _app.TodayAsync();
        var kandidaten = new[] { new DateOnly(2027, 1, 11), new DateOnly(2027, 6, 14), new DateOnly(2028, 1, 10), new DateOnly(2028, 6, 26), new DateOnly(2029, 1, 8) };
        var montag = kandidaten.First(k => k >= heute);
        if (montag > heute)
            await _app.AdvanceToAsync(montag);
        return montag;
    }

    private static async Task<(string?, bool)?> KontaktAsync(Sitzung sitzung, Guid fall)
    {
        var aufgaben = (await sitzung.GetAsync("/api/aufgaben")).EnumerateArray()
            .Where(a => a.GetProperty("fallId").GetGuid() == fall && a.GetProperty("titel").GetString()!.Contains("Kontakt", StringComparison.Ordinal)).ToList();
        return aufgaben.Count == 0 ? null : (aufgaben[0].GetProperty("faelligAm").GetString(), aufgaben[0].GetProperty("istUeberfaellig").GetBoolean());
    }
}
