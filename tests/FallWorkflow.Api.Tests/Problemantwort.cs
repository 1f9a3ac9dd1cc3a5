using System.Net;
using System.Text.Json;

namespace FallWorkflow.Api.Tests;

/// <summary>Reads a refusal and checks what holds for all of them.</summary>
internal static class Problemantwort
{
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage antwort, HttpStatusCode status, string art)
    {
        var text = await antwort.Content.ReadAsStringAsync();
        antwort.StatusCode.ShouldBe(status, text);
        antwort.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("type").GetString().ShouldBe($"urn:fallworkflow:problem:{art}");
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    public static string ErrorOf(this JsonElement problem, string feld) =>
        problem.GetProperty("errors").TryGetProperty(feld, out var meldungen)
            ? meldungen[0].GetString()!
            : throw new ShouldAssertException($"No error for '{feld}' in {problem}");
}
