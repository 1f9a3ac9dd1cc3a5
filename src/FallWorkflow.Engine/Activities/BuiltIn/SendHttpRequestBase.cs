using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Leaves a request behind as a row of the transaction (<see cref="HttpCall"/>) and waits for the answer that the host
/// delivers. Nothing is sent while the transaction is open.
/// </summary>
internal abstract class SendHttpRequestBase : BuiltInActivity, IActivity
{
    protected static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];

    protected static readonly InputDescriptor[] CommonInputs =
    [
        new("url", "String", "Adresse", "Vollständige Adresse (http oder https); der Rechner muss in Http:AllowedHosts stehen.", Required: true),
        new("method", "String", "Methode", "GET, POST, PUT, DELETE, PATCH, OPTIONS oder HEAD; ohne Angabe GET.", Options: Methods),
        new("content", "Object", "Inhalt", "Text oder Objekt, das gesendet wird."),
        new("contentType", "String", "Art des Inhalts", "Zum Beispiel application/json; ohne Angabe wird kein Inhalt gesendet."),
        new("authorization", "String", "Anmeldung", "Wert des Kopfes Authorization; er steht in keinem Protokoll."),
        new("requestHeaders", "IDictionary<string, object>", "Weitere Köpfe", "Namen und Werte; sie stehen in keinem Protokoll."),
    ];

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var request = RequestOf(context);
        context.WaitFor(HttpExchange.Stimulus, context.ExecutionId);
        var store = context.Burst.Store;
        if (await store.FindHttpCallAsync(context.ExecutionId, context.Cancellation) is null)
        {
            store.Add(new HttpCall
            {
                Id = context.ExecutionId,
                InstanceId = context.Instance.Id,
                ExecutionId = context.ExecutionId,
                CorrelationId = context.Instance.CorrelationId,
                Request = request.ToJsonString(Json.Compact),
                CreatedAt = context.Now,
            });
        }

        context.Journal(JournalKinds.HttpRequested, new JsonObject { ["method"] = (string?)request["method"], ["url"] = WithoutQuery((string)request["url"]!) });
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption)
    {
        var answer = resumption.Stimulus?.Payload as JsonObject ?? [];
        switch ((string?)answer["error"])
        {
            case null:
                return AnsweredAsync(context, answer);
            case HttpExchange.Unreachable:
                return UnreachableAsync(context);
            case HttpExchange.TimedOut:
                return TimedOutAsync(context);
            default:
                throw new WorkflowFaultException((string?)answer["message"] ?? "The request was refused.");
        }
    }

    /// <summary>A request that was not sent yet is not sent any more.</summary>
    public async ValueTask CancelAsync(IActivityContext context, string reason)
    {
        if (await context.Burst.Store.FindHttpCallAsync(context.ExecutionId) is { } call)
            context.Burst.Store.Remove(call);
    }

    protected abstract ValueTask StatusAsync(ActivityContext context, int status);

    protected abstract ValueTask UnreachableAsync(ActivityContext context);

    protected abstract ValueTask TimedOutAsync(ActivityContext context);

    private ValueTask AnsweredAsync(ActivityContext context, JsonObject answer)
    {
        var status = answer["statusCode"]?.GetValue<int>() ?? 0;
        var parsed = Parsed((string?)answer["content"], (string?)answer["contentType"]);
        context.SetOutput("statusCode", status);
        context.SetOutput("parsedContent", parsed?.DeepClone());
        context.SetOutput("responseHeaders", answer["headers"]?.DeepClone());
        context.SetOutput("result", new JsonObject
        {
            ["StatusCode"] = status,
            ["Content"] = parsed?.DeepClone(),
            ["Headers"] = answer["headers"]?.DeepClone(),
        });
        return StatusAsync(context, status);
    }

    private static JsonObject RequestOf(ActivityContext context)
    {
        var url = ValueConversion.ToText(context.Input("url"));
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ExpressionException($"'{url}' is no address; write https://host/path.");
        var method = ValueConversion.ToText(context.Input("method")) is { Length: > 0 } given ? given.ToUpperInvariant() : "GET";
        if (!Methods.Contains(method))
            throw new ExpressionException($"'{method}' is no method; use one of {string.Join(", ", Methods)}.");
        var request = new JsonObject { ["method"] = method, ["url"] = address.AbsoluteUri };
        if (ValueConversion.ToText(context.Input("contentType")) is { Length: > 0 } contentType && context.Input("content") is { } content)
        {
            request["contentType"] = contentType;
            request["content"] = content is JsonValue ? ValueConversion.ToText(content) : content.ToJsonString(Json.Compact);
        }

        var headers = Secret(context, "requestHeaders", "IDictionary<string, object>") as JsonObject ?? [];
        if (ValueConversion.ToText(Secret(context, "authorization", "String")) is { Length: > 0 } authorization)
            headers["Authorization"] = authorization;
        if (headers.Count > 0)
            request["headers"] = headers;
        return request;
    }

    // Not by Input, whose values go to the journal.
    private static JsonNode? Secret(ActivityContext context, string name, string type) =>
        context.Activity.Inputs.TryGetValue(name, out var expression) ? context.Evaluate(expression, type)?.DeepClone() : null;

    private static JsonNode? Parsed(string? content, string? contentType)
    {
        if (string.IsNullOrEmpty(content))
            return null;
        if (contentType is null || !(contentType.Contains("/json", StringComparison.OrdinalIgnoreCase) || contentType.Contains("+json", StringComparison.OrdinalIgnoreCase)))
            return JsonValue.Create(content);
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return JsonValue.Create(content);
        }
    }

    private static string WithoutQuery(string url) => url.Split('?', 2)[0];

    protected static int? StatusOf(JsonNode? value) =>
        int.TryParse(ValueConversion.ToText(value), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
}
