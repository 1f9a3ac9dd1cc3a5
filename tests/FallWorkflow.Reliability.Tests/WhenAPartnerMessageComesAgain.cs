using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>The broker delivers at least once, and a partner's program may repeat itself: the message id decides.</summary>
[Collection(Broker.Sqlite)]
public sealed class WhenAPartnerMessageComesAgain(Broker broker)
{
    private const string Zuweisung = "mehrfach";

    private static readonly DateOnly Beginn = new(2027, 1, 11);

    [Fact]
    public async Task Three_at_once_one_after_a_restart_and_one_after_it_was_forgotten_have_one_effect()
    {
        await Partner.DrainAsync(broker, Testjobcenter.Schuldnerberatung);
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, broker);
        var fall = await Beispieldaten.AdmitAsync(app, Beginn);
        var fallmanagerin = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Beginn, Beispieldaten.Zuweisung(Zuweisung, Testjobcenter.Schuldnerberatung, "Name"));

        await SendAsync("ZuweisungBeantwortet", new { entscheidung = "Angenommen" });
        var bericht = Guid.NewGuid();
        await SendAsync("ZuweisungBerichtet", new { art = "Verlauf", text = "Die Termine werden wahrgenommen." }, bericht, mal: 3);
        await PassAsync("Erstes Zeichen");
        (await TexteAsync()).ShouldBe(["Die Termine werden wahrgenommen.", "Erstes Zeichen"]);

        await app.Process!.KillAsync();
        await app.RestartAsync();
        fallmanagerin = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        await SendAsync("ZuweisungBerichtet", new { art = "Verlauf", text = "Die Termine werden wahrgenommen." }, bericht);
        await PassAsync("Zweites Zeichen");
        (await TexteAsync()).ShouldBe(["Die Termine werden wahrgenommen.", "Erstes Zeichen", "Zweites Zeichen"]);
        (await fallmanagerin.VerlaufAsync(fall, "NachrichtEmpfangen")).Count.ShouldBe(4);

        // What the nightly house-keeping does after 30 days: the inbox knows nothing of the message any more, and the Akte still does.
        var blick = new Datenbankblick(app);
        await blick.ExecuteAsync("""DELETE FROM "Eingang" """);
        await SendAsync("ZuweisungBerichtet", new { art = "Verlauf", text = "Die Termine werden wahrgenommen." }, bericht);
        await PassAsync("Drittes Zeichen");
        (await TexteAsync()).ShouldBe(["Die Termine werden wahrgenommen.", "Erstes Zeichen", "Zweites Zeichen", "Drittes Zeichen"]);
        (await fallmanagerin.VerlaufAsync(fall, "NachrichtEmpfangen")).Count.ShouldBe(5);

        await blick.ShouldBeInOrderAsync();
        // A repetition is no mistake of the partner's: nothing was sent back to it.
        (await Partner.DrainAsync(broker, Testjobcenter.Schuldnerberatung)).Select(n => n.Art).ShouldBe(["ZuweisungErteilt"]);

        // The intake takes one message after the other, so what was sent before has been dealt with when this one shows.
        async Task PassAsync(string text)
        {
            await SendAsync("ZuweisungBerichtet", new { art = "Verlauf", text });
            await Programm.UntilAsync(TexteAsync, t => t.Contains(text), $"the report '{text}' has arrived");
        }

        async Task<IReadOnlyList<string>> TexteAsync() =>
            [.. (await fallmanagerin.AkteAsync(fall, "VerlaufGemeldet")).Select(e => e.GetProperty("daten").GetProperty("bericht").GetString()!)];
    }

    private Task SendAsync(string art, object inhalt, Guid? id = null, int mal = 1)
    {
        var nachrichtId = id ?? Guid.NewGuid();
        var felder = inhalt.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(inhalt));
        felder["nachrichtId"] = nachrichtId;
        felder["traegerId"] = Testjobcenter.Schuldnerberatung;
        felder["zuweisungId"] = Zuweisung;
        felder["am"] = Beginn;
        return Partner.SendAsync(broker, art, felder, nachrichtId.ToString(), mal);
    }
}
