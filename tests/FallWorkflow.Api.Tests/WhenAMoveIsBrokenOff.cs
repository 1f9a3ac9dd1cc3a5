using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

// Who has an order, and what is left of it when somebody stops it, dies or takes it back in the middle.
public abstract partial class WhenFaelleMoveInTheBackground
{
    private IWechselauftraege Auftraege => App.Services.GetRequiredService<IWechselauftraege>();

    [Fact]
    public async Task An_order_is_one_workers_until_it_is_done_and_an_undo_is_done_once()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var jetzt = Now;
        var einer = (await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Auftraege.ClaimAsync(jetzt, $"w{n}", Lease)))))
            .Where(a => a is not null).ShouldHaveSingleItem()!;
        await Auftraege.ReleaseAsync(new(einer.Id, einer.Fence - 1));
        (await Auftraege.ClaimAsync(jetzt, "anderer", Lease)).ShouldBeNull("who had it before cannot give it away");
        (await Run(new DiesAt(0)).RunAsync(einer, () => jetzt, Lease)).ShouldBeTrue();
        (await SendAsync($"auftraege/{wechsel}/anhalten", new { })).EnsureSuccessStatusCode();
        (await _designer.GetAsync($"{Adresse}/auftraege/{wechsel}")).GetProperty("angehaltenAm").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "what is done cannot be stopped");

        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        var weit = (await Auftraege.ClaimAsync(jetzt + TimeSpan.FromDays(300), "Uhr geht vor", Lease))!;
        var zurueck = (await Auftraege.ClaimAsync(jetzt, "Uhr geht richtig", Lease)).ShouldNotBeNull("nobody has it for months");
        zurueck.Fence.ShouldBe(weit.Fence + 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(new DiesAt(0)).RunAsync(zurueck, () => jetzt, Lease))));
        (await CountsAsync(wechsel)).ShouldBe("Zurueckgenommen=3");
    }

    [Fact]
    public async Task What_waits_behind_a_stopped_move_is_left_out_when_another_Fall_of_it_is_taken_back()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        (await SendAsync($"auftraege/{wechsel}/anhalten", new { })).EnsureSuccessStatusCode();
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "zu früh" })).GetProperty("faelle").GetInt32().ShouldBe(0);
        (await CountsAsync(wechsel)).ShouldBe("Offen=3", "nothing has moved, so nothing is left out");

        (await SendAsync($"auftraege/{wechsel}/fortsetzen", new { })).EnsureSuccessStatusCode();
        var anhalten = new Then(1, () => SendAsync($"auftraege/{wechsel}/anhalten", new { }).GetAwaiter().GetResult().EnsureSuccessStatusCode());
        (await Run(anhalten).RunAsync((await Auftraege.ClaimAsync(Now, "Test", Lease))!, () => Now, Lease)).ShouldBeFalse();
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum", faelle = new[] { _faelle[0].Id } })).GetProperty("faelle").GetInt32().ShouldBe(1);
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Ausgelassen=2 Zurueckgenommen=1");
        (await VersionsAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task What_is_taken_back_while_others_wait_their_turn_keeps_nobody_from_moving()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var ruecknahme = new Then(2, () => OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "dieser nicht", faelle = new[] { _faelle[0].Id } }).GetAwaiter().GetResult());
        (await Run(ruecknahme).RunAsync((await Auftraege.ClaimAsync(Now, "Test", Lease))!, () => Now, Lease)).ShouldBeFalse("its claim is over");
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=2 Zurueckgenommen=1");
        (await VersionsAsync()).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public async Task What_the_move_took_of_patience_is_not_missing_in_the_undo_which_has_its_own()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var jetzt = Now;
        await DieAsync(2);
        (await Run(new DiesAt(0)).RunAsync((await Auftraege.ClaimAsync(jetzt += Lease, "lebt", Lease))!, () => jetzt, Lease)).ShouldBeTrue();
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");

        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await DieAsync(2);
        (await Run(new DiesAt(2)).RunAsync((await Auftraege.ClaimAsync(jetzt += Lease, "stirbt", Lease))!, () => jetzt, Lease).ShouldThrowAsync<TimeoutException>()).ShouldNotBeNull();
        await DieAsync(3);
        (await Run(new DiesAt(0)).RunAsync((await Auftraege.ClaimAsync(jetzt += Lease, "lebt", Lease))!, () => jetzt, Lease)).ShouldBeTrue();
        var bleibt = (await FaelleAsync(wechsel))[1];
        (bleibt.GetProperty("stand").GetString(), bleibt.GetProperty("hinweis").GetString()!.Contains("3-mal begonnen", StringComparison.Ordinal)).ShouldBe(("Umgezogen", true));
        (await VersionsAsync()).ShouldBe([1, 2, 1]);

        async Task DieAsync(int male)
        {
            for (var n = 0; n < male; n++)
                await Should.ThrowAsync<TimeoutException>(Run(new DiesAt(1)).RunAsync((await Auftraege.ClaimAsync(jetzt += Lease, "stirbt", Lease))!, () => jetzt, Lease));
        }
    }

    [Fact]
    public async Task An_orderly_end_of_the_worker_does_not_count_as_an_attempt()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var jetzt = Now;
        for (var n = 0; n < 4; n++)
        {
            using var ende = new CancellationTokenSource();
            var auftrag = (await Auftraege.ClaimAsync(jetzt += Lease, "hört auf", Lease))!;
            await Should.ThrowAsync<OperationCanceledException>(Run(new Then(1, ende.Cancel)).RunAsync(auftrag, () => jetzt, Lease, ende.Token));
        }

        (await Run(new DiesAt(0)).RunAsync((await Auftraege.ClaimAsync(jetzt += Lease, "bleibt", Lease))!, () => jetzt, Lease)).ShouldBeTrue();
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
    }

    [Fact]
    public async Task A_move_at_once_is_no_workers_and_goes_on_by_hand_where_it_broke_off()
    {
        await PublishAsync(Shorten);
        var id = Guid.CreateVersion7();
        await foreach (var umzug in App.Services.GetRequiredService<Wechseldienst>().ApplyAsync(id, Auftrag(), Gestalterin))
        {
            umzug.Beweglich.ShouldBeTrue();
            (await Auftraege.ClaimAsync(Now, "Test", Lease)).ShouldBeNull("who waits for it carries it out");
            break;
        }

        (await CountsAsync(id)).ShouldBe("Offen=2 Umgezogen=1");
        (await SendAsync($"auftraege/{id}/fortsetzen", new { })).EnsureSuccessStatusCode();
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([2, 2, 2]);
        (await MovesAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_also_when_its_Faelle_have_left_the_old_version()
    {
        await PublishAsync(Shorten);
        var (dienst, id) = (App.Services.GetRequiredService<Wechseldienst>(), Guid.CreateVersion7());
        for (var n = 0; n < 2; n++)
        {
            (await dienst.OrderAsync(id, Auftrag(_faelle[0].Nummer), null, alle: false, Gestalterin)).Id.ShouldBe(id);
            await WorkAsync();
        }

        (await CountsAsync(id)).ShouldBe("Umgezogen=1");
        (await MovesAsync()).ShouldBe([1, 0, 0]);
    }

    private static Akteur Gestalterin => new(TestKit.App.Testjobcenter.Prozessgestalterin, "Prozessgestalter", Domain.Akte.Rollen.Prozessgestalter);

    private static Wechselauftrag Auftrag(params string[] faelle) => new("kontaktrhythmus", 1, 2, Wechselauftrag.ReadZuordnung(null), faelle, false, "gleich");
}
