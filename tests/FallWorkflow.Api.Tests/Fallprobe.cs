using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>One admitted Fall with its Fallmanagerin: what is refused and what is kept.</summary>
internal sealed class Fallprobe(Guid fall, Sitzung sitzung)
{
    public Guid Fall => fall;

    public Sitzung Sitzung => sitzung;

    public static async Task<Fallprobe> AdmitAsync(Gemeinsam gemeinsam) => new(
        await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute), await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin));

    /// <summary>Records a fact on the day of the test clock and returns its entry's id.</summary>
    public async Task<Guid> RecordAsync(string art, object daten, string? begruendung = null) =>
        (await sitzung.RecordAsync(fall, art, Gemeinsam.Heute, daten, begruendung)).GetProperty("eintraege")[0].GetGuid();

    /// <summary>The message at a field of a fact that must be refused for its input.</summary>
    public async Task<string> RefusedAtAsync(string art, string feld, object daten)
    {
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/{art}", new { wirksamAm = Gemeinsam.Heute, daten });
        return (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld);
    }

    /// <summary>The rule that must refuse a fact.</summary>
    public async Task<string> RefusedByAsync(string art, object daten, DateOnly? am = null)
    {
        var antwort = await sitzung.PostAsync($"/api/faelle/{fall}/eintraege/{art}", new { wirksamAm = am ?? Gemeinsam.Heute, daten });
        return (await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt")).GetProperty("regel").GetString()!;
    }

    public Task<JsonElement> ReadAsync() => sitzung.GetAsync($"/api/faelle/{fall}");

    public async Task<JsonElement> VerstehenAsync() => (await ReadAsync()).GetProperty("verstehen");

    public async Task<IReadOnlyList<JsonElement>> AkteAsync(string art) =>
        [.. (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == art)];

    /// <summary>The page of the Fall as text, without marks and with single spaces.</summary>
    public async Task<string> PageAsync()
    {
        var html = await sitzung.Http.GetStringAsync($"/faelle/{fall}");
        return System.Text.RegularExpressions.Regex.Replace(
            WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ");
    }
}
