using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

// What a move does to open tasks, and what it does that no undo can take back.
public abstract partial class WhenFaelleMoveInTheBackground
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_tasks_are_again_as_they_were(bool aufgegeben)
    {
        await App.AdvanceToAsync(new DateOnly(2027, 2, 8));
        await PublishAsync(j => Find(j, "KontaktFuehren")["wert"] = Wert("5 Wochen"));
        var vorher = await StandAsync();
        vorher.ShouldContain("2027-02-22");
        var wechsel = await MoveAsync(aufgegeben
            ? new { von = 1, nach = 2, grund = "anders", zuordnung = new Dictionary<string, object> { ["KontaktFuehren"] = new { nach = "SpaeterErneut", neuBeginnen = true } } }
            : new { von = 1, nach = 2, grund = "dichter", fristenNeu = true });
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        (await LastDaysAsync()).ShouldBe(aufgegeben ? [] : ["2027-02-15", "2027-02-15", "2027-02-15"]);

        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Zurueckgenommen=3");
        (await StandAsync()).ShouldBe(vorher);
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fm.GetAsync($"/api/faelle/{_faelle[0].Id}/verlauf")).EnumerateArray()
            .Where(e => e.GetProperty("art").GetString() == "FristVerschoben").Select(e => e.GetProperty("detail").GetString()!)
            .Where(d => d.EndsWith("Irrtum", StringComparison.Ordinal)).ShouldBe(aufgegeben ? [] : ["bisher 15.02.2027, jetzt 22.02.2027 – Irrtum"]);

        await App.AdvanceToAsync(new DateOnly(2027, 2, 23));
        (await fm.GetAsync("/api/aufgaben")).EnumerateArray().Count(a => a.GetProperty("istUeberfaellig").GetBoolean()).ShouldBe(3, "they become overdue as if nothing had been");
        (await App.CheckTimersAsync()).Code.ShouldBe(0);

        async Task<List<string?>> LastDaysAsync() =>
            [.. (await (await App.SignInAsync(Testjobcenter.Fallmanagerin)).GetAsync("/api/aufgaben")).EnumerateArray()
                .Where(a => a.GetProperty("art").GetString() == "Kontakt").Select(a => a.GetProperty("faelligAm").GetString())];
    }

    [Theory]
    [InlineData("FallWorkflow.PhaseWechseln", "phase", "Planung")]
    [InlineData("FallWorkflow.TraegerBenachrichtigen", "anlass", "Rueckzug")]
    public async Task A_move_that_recorded_a_fact_or_wrote_to_a_partner_cannot_be_taken_back(string typ, string eingabe, string wert)
    {
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fm.RecordAsync(_faelle[0].Id, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung("Z-1", Testjobcenter.Schuldnerberatung, "Name"));
        await PublishAsync(j =>
        {
            var schritt = Schritt("Neu", typ, (eingabe, wert));
            if (eingabe == "anlass")
                schritt["bezug"] = Wert("Z-1");
            j["root"]!["activities"]!.AsArray().Add(schritt);
            j["root"]!["connections"]!.AsArray().Add(Verbindung("Start", "Neu"));
        });
        var wechsel = await MoveAsync(
            new
            {
                von = 1,
                nach = 2,
                grund = "tut nun mehr",
                faelle = new[] { _faelle[0].Nummer },
                zuordnung = new Dictionary<string, object> { ["KontaktfensterAbwarten"] = new { nach = "Neu", neuBeginnen = true } },
            },
            alle: false);
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=1");

        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("NichtZurueck=1");
        (await FaelleAsync(wechsel))[0].GetProperty("hinweis").GetString()!.ShouldContain("nicht zurücknehmen lässt");
    }

    [Fact]
    public async Task An_expression_that_fails_leaves_every_Fall_as_it_is_and_says_so()
    {
        await PublishAsync(j => Find(j, "KontaktfensterAbwarten")["wert"] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "(function () { throw new Error('gibt es nicht'); })()" },
        });
        var wechsel = await MoveAsync(new { von = 1, nach = 2, grund = "neue Fassung", fristenNeu = true });
        (await CountsAsync(wechsel)).ShouldBe("Fehlgeschlagen=3");
        (await FaelleAsync(wechsel))[1].GetProperty("hinweis").GetString()!.ShouldStartWith("In diesem Fall lässt sich");

        var sofort = await Sitzung.ReadAsync(await SendAsync("", new { von = 1, nach = 2, grund = "gleich", fristenNeu = true }));
        sofort.EnumerateArray().Select(u => (u.GetProperty("fallNummer").GetString()!, u.GetProperty("beweglich").GetBoolean(), u.GetProperty("hindernisse")[0].GetProperty("art").GetString()))
            .ShouldBe(_faelle.Select(f => (f.Nummer, false, (string?)"Fehler")));
        (await VersionsAsync()).ShouldBe([1, 1, 1]);
    }

    private static JsonObject Wert(string text) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = text } };
}
