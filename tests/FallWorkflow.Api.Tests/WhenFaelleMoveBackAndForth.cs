using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

// What comes after an undo, and what keeps a Fall from moving.
public abstract partial class WhenFaelleMoveInTheBackground
{
    [Fact]
    public async Task After_an_undo_the_Fall_goes_on_and_can_move_again_although_the_move_had_set_tasks_and_reminders()
    {
        await PublishAsync(Rename);
        object Order() => new
        {
            von = 1,
            nach = 2,
            grund = "vorgezogen",
            zuordnung = new Dictionary<string, object> { ["KontaktfensterAbwarten"] = new { nach = "AnKontaktErinnern", neuBeginnen = true } },
        };
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        async Task<int> KontakteAsync() => (await fm.GetAsync("/api/aufgaben")).EnumerateArray().Count(a => a.GetProperty("art").GetString() == "Kontakt");

        var wechsel = await MoveAsync(Order());
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        (await KontakteAsync()).ShouldBe(3);
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" })).GetProperty("faelle").GetInt32().ShouldBe(3);
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Zurueckgenommen=3");
        (await KontakteAsync()).ShouldBe(0);
        (await fm.GetAsync($"/api/faelle/{_faelle[0].Id}/verlauf")).EnumerateArray().Count(e => e.GetProperty("art").GetString() == "Versionswechsel").ShouldBe(2, "there and back");

        (await CountsAsync(await MoveAsync(Order()))).ShouldBe("Umgezogen=3", "once more, with the same steps");
        (await KontakteAsync()).ShouldBe(3);
        await App.AdvanceToAsync(new DateOnly(2027, 2, 8));
        (await App.CheckTimersAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_undo_that_names_no_Fall_is_refused()
    {
        await PublishAsync(Shorten);
        var wechsel = await MoveAsync(new { von = 1, nach = 2, grund = "neue Fassung" });
        var antwort = await SendAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "keiner", faelle = Array.Empty<Guid>() });
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
    }

    [Fact]
    public async Task An_expression_that_fails_in_a_Fall_keeps_that_Fall_and_breaks_nothing_else()
    {
        await PublishAsync(j => Find(j, "KontaktfensterAbwarten")["wert"] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "(function () { throw new Error('gibt es nicht'); })()" },
        });
        var vorschau = await OkAsync("auswirkung", new { wechsel = new { von = 1, nach = 2, fristenNeu = true } });
        var umzug = vorschau.GetProperty("faelle")[0].GetProperty("umzuege")[0];
        umzug.GetProperty("beweglich").GetBoolean().ShouldBeFalse();
        umzug.GetProperty("hindernisse")[0].GetProperty("text").GetString()!.ShouldStartWith("In diesem Fall lässt sich");
        vorschau.GetProperty("faelle").GetArrayLength().ShouldBe(3);
    }
}
