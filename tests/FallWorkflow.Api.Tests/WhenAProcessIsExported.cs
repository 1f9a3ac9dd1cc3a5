using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary><c>export</c> beside the running service.</summary>
public sealed class WhenAProcessIsExported : IAsyncLifetime
{
    private readonly string _datei = Path.Combine(Path.GetTempPath(), $"export-{Guid.NewGuid():N}.json");
    private FallWorkflowApp _app = null!;

    public async Task InitializeAsync() => _app = await FallWorkflowApp.StartAsync();

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_datei);
    }

    [Fact]
    public async Task It_comes_whole_and_the_same_text_comes_back_from_another_store()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var version = (await designer.GetAsync("/api/prozesse")).EnumerateArray().Single(p => p.GetProperty("definitionId").GetString() == "kontaktrhythmus");
        var instanz = (await _app.Services.GetRequiredService<IProzessinstanzen>().OfVersionAsync(version.GetProperty("id").GetString()!, null, 10)).Single();

        var (code, ausgabe) = await RunAsync("export", instanz.InstanzId);
        code.ShouldBe(0, ausgabe);
        var archiv = InstanceArchive.Parse(ausgabe);
        archiv.Instance.Id.ShouldBe(instanz.InstanzId);
        archiv.Instance.CorrelationId.ShouldBe($"{fall:N}");
        archiv.Journal.Select(j => j.Sequence).ShouldBe(Enumerable.Range(1, (int)archiv.Instance.LastSequence).Select(n => (long)n));
        archiv.Timers.ShouldContain(t => t.ActivityId == "KontaktfensterAbwarten");

        var andere = new InMemoryEngineStore();
        archiv.AddTo(andere);
        (await InstanceArchive.ReadAsync(andere, instanz.InstanzId, andere.Journal))!.ToJson().ShouldBe(ausgabe.Trim());

        // Into a file, which is never overwritten.
        (await RunAsync("export", instanz.InstanzId, "--out", _datei)).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(_datei)).ShouldBe(ausgabe.Trim());
        var (nochmals, warum) = await RunAsync("export", instanz.InstanzId, "--out", _datei);
        nochmals.ShouldBe(1);
        warum.ShouldContain("gibt es schon");
    }

    [Fact]
    public async Task One_that_does_not_exist_is_told_in_a_sentence()
    {
        var (code, ausgabe) = await RunAsync("export", "nirgends");

        code.ShouldBe(1);
        ausgabe.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("nirgends");
    }

    private async Task<(int Code, string Ausgabe)> RunAsync(params string[] argumente)
    {
        await using var prozess = _app.StartVerb(null, argumente);
        await prozess.WaitForExitAsync(Programm.Geduld);
        return (prozess.ExitCode, prozess.Output);
    }
}
