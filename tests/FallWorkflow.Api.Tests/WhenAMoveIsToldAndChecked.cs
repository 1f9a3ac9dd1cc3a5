using System.Net;
using FallWorkflow.Application.Versionen;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

// What is refused before a move begins, and where it can be read that one was.
public abstract partial class WhenFaelleMoveInTheBackground
{
    [Fact]
    public async Task What_cannot_be_meant_is_refused_with_the_field()
    {
        await PublishAsync(Shorten);
        var lang = new string('x', Wechseldienst.MaxGrund + 1);
        await RefusedAsync("", new { von = 1, nach = 2, grund = lang }, "grund");
        await RefusedAsync("auftraege", new { wechsel = new { von = 1, nach = 2, grund = lang }, alle = true }, "grund");
        await RefusedAsync("auftraege", new { wechsel = new { von = 1, nach = 2, grund = "x" }, alle = true, bueroId = "gibt-es-nicht" }, "bueroId");
        await RefusedAsync("auftraege", new { wechsel = new { von = 1, nach = 2, grund = "x", faelle = new[] { _faelle[0].Nummer } }, alle = true }, "faelle");
        await RefusedAsync("auftraege", new { wechsel = new { von = 1, nach = 2, grund = "x" } }, "faelle");
        await RefusedAsync("vorschau", new { von = 1, nach = 2, faelle = new[] { "FM-1999-00001" } }, "faelle");
        foreach (var (alt, neu) in new (string, object)[]
        {
            ("GibtEsNicht", "KontaktFuehren"), ("KontaktFuehren", "GibtEsNicht"), ("KontaktFuehren", new { nach = "KontaktFuehren", vonVorn = true }), ("KontaktFuehren", 7),
        })
            await RefusedAsync("vorschau", new { von = 1, nach = 2, zuordnung = new Dictionary<string, object> { [alt] = neu } }, $"zuordnung.{alt}");
        await RefusedAsync("auswirkung", new { wechsel = new { von = 1, nach = 2 }, bueroId = "gibt-es-nicht" }, "bueroId");
        foreach (var teil in (string[])["", "vorschau"])
            await RefusedAsync(teil, new { von = 2, nach = 2, grund = "x" }, "nach");
        await RefusedAsync("auswirkung", new { wechsel = new { von = 2, nach = 2 } }, "nach");
        (await _designer.GetAsync($"{Adresse}/auftraege")).GetArrayLength().ShouldBe(0);

        // An order for another office finds nobody, and a page of nobody is none.
        var berlin = await Sitzung.ReadAsync(await SendAsync("auftraege", new { wechsel = new { von = 1, nach = 2, grund = "x" }, alle = true, bueroId = Testjobcenter.Berlin }));
        berlin.GetProperty("gesamt").GetInt32().ShouldBe(0);
        (await OkAsync("auswirkung", new { wechsel = new { von = 1, nach = 2 }, max = 0 })).GetProperty("faelle").GetArrayLength().ShouldBe(1);
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task A_move_at_once_is_an_order_too_and_can_be_taken_back()
    {
        await PublishAsync(Shorten);
        var antwort = await SendAsync("", new { von = 1, nach = 2, grund = "gleich", faelle = new[] { _faelle[0].Nummer, _faelle[2].Nummer } });
        (await Sitzung.ReadAsync(antwort)).GetArrayLength().ShouldBe(2);
        (await VersionsAsync()).ShouldBe([2, 1, 2]);
        var ort = antwort.Headers.Location!.ToString();
        var auftrag = await _designer.GetAsync(ort);
        (auftrag.GetProperty("laeuft").GetBoolean(), auftrag.GetProperty("angehaltenAm").ValueKind).ShouldBe((false, System.Text.Json.JsonValueKind.Null));
        (await Sitzung.ReadAsync(await _designer.PostAsync(ort + "/ruecknahme", new { grund = "zu früh" }))).GetProperty("faelle").GetInt32().ShouldBe(2);
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([1, 1, 1]);
        (await SendAsync("", new { von = 2, nach = 1, grund = "niemand" })).Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task The_Verlauf_tells_the_dates_that_an_undo_restored_and_the_log_who_saw_the_Fall()
    {
        await PublishAsync(Shorten);
        var wechsel = await MoveAsync(new { von = 1, nach = 2, fristenNeu = true, grund = "dichter" });
        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Zurueckgenommen=3");
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fm.GetAsync($"/api/faelle/{_faelle[0].Id}/verlauf")).EnumerateArray()
            .Where(e => e.GetProperty("art").GetString() == "FristVerschoben").Select(e => e.GetProperty("detail").GetString())
            .ShouldContain("bisher 01.02.2027, jetzt 08.02.2027 – Irrtum");
        var datenschutz = await App.SignInAsync(Testjobcenter.Datenschuetzerin);
        (await datenschutz.GetAsync($"/api/faelle/{_faelle[0].Id}/zugriffe")).EnumerateArray()
            .Count(z => z.GetProperty("akteurId").GetString() == Testjobcenter.Prozessgestalterin
                && z.GetProperty("zweck").GetString()!.StartsWith("Versionswechsel eines Prozesses", StringComparison.Ordinal)).ShouldBe(2, "there and back");
    }

    [Fact]
    public async Task Who_waits_for_a_task_set_before_is_never_begun_by_a_move_and_says_so()
    {
        await PublishAsync(Rename);
        var auswirkung = await OkAsync("auswirkung", new
        {
            wechsel = new
            {
                von = 1,
                nach = 2,
                zuordnung = new Dictionary<string, object> { ["KontaktfensterAbwarten"] = new { nach = "KontaktAbwarten", neuBeginnen = true } },
            },
        });
        var hindernis = auswirkung.GetProperty("faelle")[0].GetProperty("umzuege")[0].GetProperty("hindernisse")[0];
        hindernis.GetProperty("art").GetString().ShouldBe("CannotBeginAnew");
        hindernis.GetProperty("text").GetString()!.ShouldStartWith("Statt „Kontaktfenster abwarten“ soll ein Schritt beginnen");
    }

    private async Task RefusedAsync(string teil, object inhalt, string feld)
    {
        var antwort = await SendAsync(teil, inhalt);
        await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        (await antwort.Content.ReadAsStringAsync()).ShouldContain($"\"{feld}\"");
    }
}
