using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Validation;

/// <summary>Schedules, as triggers and in the course of a process, and addresses of requests.</summary>
internal static class TriggerCheck
{
    public static void Run(Validation validation, PlanNode node)
    {
        var activity = node.Definition;
        var cron = Literal(activity, "cronExpression");
        if (activity.Type == "Elsa.Cron" && cron is { Length: > 0 })
            Cron(validation, node, cron);
        else if (Triggers.IsSchedule(activity) && IsTrigger(validation, node) && Triggers.TryRead(activity) is null)
            validation.Add(node, null, "ComputedTrigger", "ComputedTriggerRemedy");

        if (activity.Type is "Elsa.SendHttpRequest" or "Elsa.FlowSendHttpRequest" && Literal(activity, "url") is { Length: > 0 } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            validation.Add(node, "url", "BadAddress", "BadAddressRemedy", url);

        if (activity.Type == "Elsa.Complete" && activity.Inputs.TryGetValue("outcomes", out var outcomes) && outcomes.Type == "Object"
            && ValueConversion.ToText(outcomes.Value).TrimStart().StartsWith('['))
            validation.Add(node, "outcomes", "ObjectOutcomes", "ObjectOutcomesRemedy", ValueConversion.ToText(outcomes.Value).Replace('"', '\''));
    }

    private static void Cron(Validation validation, PlanNode node, string text)
    {
        try
        {
            var schedule = CronSchedule.Parse(text);
            if (schedule.NextAfter(DateTimeOffset.UnixEpoch) is null)
                validation.Add(node, "cronExpression", "CronNever", "CronNeverRemedy", text);
        }
        catch (FormatException e)
        {
            var remedy = CronSchedule.TryParse("0 " + text, out _) ? "0 " + text : "0 30 6 * * MON-FRI";
            validation.Add(node, "cronExpression", "BadCron", "BadCronRemedy", text, remedy, e.Message);
        }
    }

    private static bool IsTrigger(Validation validation, PlanNode node) =>
        node.Parent is null || node.Parent == validation.Plan.Root;

    private static string? Literal(ActivityDefinition activity, string name) =>
        activity.Inputs.TryGetValue(name, out var expression) && expression.Type == "Literal" ? ValueConversion.ToText(expression.Value) : null;
}
