using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Service.Api.Probleme;

/// <summary>Writes ProblemDetails: German title and detail, a fixed type, a trace id to ask about.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    /// <param name="art">One of <see cref="Problemarten"/>; its title is the text of the same name.</param>
    public static ProblemDetails Of(HttpContext context, int status, string art, string detail, params (string Name, object? Wert)[] weiteres)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:fallworkflow:problem:{art}",
            Title = Texte.Of($"Problem.{art}"),
            Status = status,
            Detail = detail,
            Extensions = { ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier },
        };
        foreach (var (name, wert) in weiteres)
            problem.Extensions[name] = wert;
        return problem;
    }

    public static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        if (IsStudio(context) && !problem.Extensions.ContainsKey("errors"))
            problem.Extensions["errors"] = new Dictionary<string, string?[]> { ["generalErrors"] = GeneralErrors(problem) };
        context.Response.StatusCode = problem.Status!.Value;
        return context.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, ContentType, context.RequestAborted);
    }

    private static string?[] GeneralErrors(ProblemDetails problem) =>
        problem.Extensions.TryGetValue("probleme", out var probleme) && probleme is IEnumerable<object> einzelne
            ? [.. einzelne.Select(p => p.ToString())]
            : [problem.Detail];

    public static Task WriteAsync(HttpContext context, int status, string art, string? detail = null) =>
        WriteAsync(context, Of(context, status, art, detail ?? Texte.Of($"Problem.{art}.Detail")));

    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || IsStudio(context) || context.Request.Path.StartsWithSegments("/openapi");

    /// <summary>The API of the process editor, which shows people what stands under <c>errors.generalErrors</c>.</summary>
    public static bool IsStudio(HttpContext context) => context.Request.Path.StartsWithSegments("/elsa");
}
