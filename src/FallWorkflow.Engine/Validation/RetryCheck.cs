using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>The settings by which an activity is tried again (<see cref="RetryStrategy"/>).</summary>
internal static class RetryCheck
{
    private const string Place = $"customProperties.{RetryStrategy.Property}";

    public static void Run(Validation validation, PlanNode node)
    {
        var custom = JsonShape.Property(node.Definition.Source, "customProperties") as JsonObject;
        switch (custom is null ? null : JsonShape.Property(custom, RetryStrategy.Property))
        {
            case null:
                return;
            case JsonObject source:
                Check(validation, node, source);
                return;
            default:
                validation.Add(node, Place, "RetryNoObject", "RetryNoObjectRemedy");
                return;
        }
    }

    private static void Check(Validation validation, PlanNode node, JsonObject source)
    {
        foreach (var (name, _) in source)
        {
            if (!RetryStrategy.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                validation.Add(node, $"{Place}.{name}", "RetryUnknown", "RetryUnknownRemedy", name, string.Join(", ", RetryStrategy.Names));
        }

        if (JsonShape.Whole(source, "maxRetryAttempts") is not (>= 1 and <= RetryStrategy.MostAttempts))
            validation.Add(node, $"{Place}.maxRetryAttempts", "RetryAttempts", "RetryAttemptsRemedy", RetryStrategy.MostAttempts);
        if (JsonShape.Text(source, "backoffType") is { } backoff && !RetryStrategy.BackoffTypes.Contains(backoff, StringComparer.Ordinal))
            validation.Add(node, $"{Place}.backoffType", "OptionNotAllowed", "OptionNotAllowedRemedy", backoff, "backoffType", string.Join(", ", RetryStrategy.BackoffTypes));
        foreach (var name in (string[])["delay", "maxDelay"])
        {
            if (JsonShape.Text(source, name) is { } text && !(ValueConversion.IsExactTimeSpan(text) && ValueConversion.TryTimeSpan(text, out var span) && span > TimeSpan.Zero))
                validation.Add(node, $"{Place}.{name}", "LenientTimeSpan", "LenientTimeSpanRemedy", text, "3.00:00:00");
        }
    }
}
