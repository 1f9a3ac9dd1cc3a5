using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

public sealed class WhenTheProcessIsKilled
{
    private static readonly DateOnly Heute = new(2027, 1, 11);

    [Fact]
    public async Task Before_the_commit_nothing_has_happened_and_the_same_key_still_works()
    {
        await using var app = await FallWorkflowApp.LaunchAsync(new Appoptionen
        {
            Umgebung = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-commit" },
        });
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var inhalt = new { wirksamAm = Heute, daten = Beispieldaten.Uebergabe };
        var verloren = vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1"));
        await app.Process!.WaitForLineAsync(zeile => zeile == "AT before-commit", TimeSpan.FromSeconds(60));
        await app.Process.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(verloren);

        await app.RestartAsync(new Dictionary<string, string>());
        vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(0);
        (await vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1"))).EnsureSuccessStatusCode();
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(1);
    }
}
