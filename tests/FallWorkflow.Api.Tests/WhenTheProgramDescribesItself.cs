using System.Net;
using System.Text.Json;
using FallWorkflow.Domain.Akte;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenTheProgramDescribesItself(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task The_OpenAPI_document_contains_every_fact_that_people_record_with_its_fields()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var dokument = await sitzung.GetAsync("/openapi/v1.json");
        var pfade = dokument.GetProperty("paths");
        var arten = TatsachenKatalog.Alle.Where(a => a.Rollen.Count > 0 && !a.EigeneAdresse).ToList();
        arten.Count.ShouldBeGreaterThan(40);
        foreach (var art in arten)
        {
            pfade.TryGetProperty($"/api/faelle/{{id}}/eintraege/{art.Name}", out var pfad).ShouldBeTrue(art.Name);
            var rumpf = Resolve(dokument, pfad.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"));
            var daten = Resolve(dokument, rumpf.GetProperty("properties").GetProperty("daten"));
            var felder = art.Type.GetConstructors()[0].GetParameters().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)).ToList();
            foreach (var feld in felder)
                daten.GetProperty("properties").TryGetProperty(feld, out _).ShouldBeTrue($"{art.Name}.{feld}");
        }
    }

    [Fact]
    public async Task A_document_is_described_as_a_form_with_a_file()
    {
        var dokument = await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).GetAsync("/openapi/v1.json");
        var formular = Resolve(dokument, dokument.GetProperty("paths").GetProperty("/api/faelle/{id}/dokumente").GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("multipart/form-data").GetProperty("schema")).GetProperty("properties");
        formular.GetProperty("datei").GetProperty("format").GetString().ShouldBe("binary");
        foreach (var feld in new[] { "titel", "art", "herkunft", "betrifft", "sicht", "wirksamAm", "berichtigt" })
            formular.TryGetProperty(feld, out _).ShouldBeTrue(feld);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_everybody(string adresse)
    {
        using var niemand = gemeinsam.App.Nobody();
        var antwort = await niemand.Http.GetAsync(adresse);
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Sitzung.ReadAsync(antwort)).GetProperty("status").GetString().ShouldBe("Healthy");
    }

    private static JsonElement Resolve(JsonElement dokument, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var verweis))
            return dokument.GetProperty("components").GetProperty("schemas").GetProperty(verweis.GetString()!.Split('/')[^1]);
        return schema;
    }
}
