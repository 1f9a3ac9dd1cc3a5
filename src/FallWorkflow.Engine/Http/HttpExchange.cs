using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Http;

/// <summary>
/// The agreement between the activities that send requests and the host that does the sending. The request is
/// <c>{method, url, headers?, contentType?, content?}</c>; the answer <c>{statusCode, headers, contentType?, content?}</c> or
/// <c>{error, message}</c>.
/// </summary>
public static class HttpExchange
{
    /// <summary>Stimulus that brings the answer; its key is <see cref="HttpCall.ExecutionId"/>.</summary>
    public const string Stimulus = "Elsa.SendHttpRequest";

    /// <summary>The host could not be reached.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>No complete answer within the time limit.</summary>
    public const string TimedOut = "TimedOut";

    /// <summary>The host is not among the allowed ones, or the answer led to another host; becomes an incident.</summary>
    public const string Refused = "Refused";

    public static JsonObject Error(string error, string message) => new() { ["error"] = error, ["message"] = message };
}
