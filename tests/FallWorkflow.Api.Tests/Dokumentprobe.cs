using System.Net.Http.Headers;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Sends files as a program would.</summary>
internal static class Dokumentprobe
{
    /// <summary>Files a document that is accepted and returns its id.</summary>
    public static async Task<string> FileAsync(this Sitzung sitzung, Guid fall, byte[] inhalt, params (string Name, string Wert)[] andere) =>
        (await Sitzung.ReadAsync(await sitzung.SendFileAsync(fall, inhalt, andere: andere))).GetProperty("dokumentId").GetString()!;

    /// <param name="inhalt">Null: no file.</param>
    /// <param name="schluessel">Null: a new one; empty: none.</param>
    /// <param name="andere">Parts besides the usual ones, or instead of them; an empty one is left out.</param>
    public static Task<HttpResponseMessage> SendFileAsync(
        this Sitzung sitzung, Guid fall, byte[]? inhalt, string name = "Zeugnis.pdf", string? typ = "application/pdf", string? schluessel = null, params (string Name, string Wert)[] andere)
    {
        var teile = new Dictionary<string, string>
        {
            ["wirksamAm"] = $"{Gemeinsam.Heute:yyyy-MM-dd}",
            ["art"] = "Zeugnis",
            ["titel"] = "Abschlusszeugnis",
            ["herkunft"] = "Klient",
            ["betrifft"] = "NurKlient",
            ["sicht"] = "Akte",
        };
        foreach (var (teil, wert) in andere)
            teile[teil] = wert;
        var formular = new MultipartFormDataContent();
        foreach (var (teil, wert) in teile.Where(t => t.Value.Length > 0))
            formular.Add(new StringContent(wert), teil);
        if (inhalt is not null)
        {
            var datei = new ByteArrayContent(inhalt);
            if (typ is not null)
                datei.Headers.ContentType = MediaTypeHeaderValue.Parse(typ);
            formular.Add(datei, "datei", name);
        }

        var anfrage = new HttpRequestMessage(HttpMethod.Post, $"/api/faelle/{fall}/dokumente") { Content = formular };
        if (schluessel != "")
            anfrage.Headers.TryAddWithoutValidation("Idempotency-Key", schluessel ?? Guid.NewGuid().ToString());
        return sitzung.Http.SendAsync(anfrage);
    }

    public static async Task<IReadOnlyList<JsonElement>> DocumentsAsync(this Sitzung sitzung, Guid fall) =>
        [.. (await sitzung.GetAsync($"/api/faelle/{fall}/dokumente")).EnumerateArray()];

    public static Task<HttpResponseMessage> DownloadAsync(this Sitzung sitzung, Guid fall, string dokument) =>
        sitzung.Http.GetAsync($"/api/faelle/{fall}/dokumente/{dokument}/datei");
}
