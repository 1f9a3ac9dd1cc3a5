namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>The smallest processes that start by themselves: a trigger, and either nothing more or one request to another server.</summary>
internal static class Nachtlauf
{
    /// <summary>Writes the definitions into a folder of their own, a file for each, and returns the folder.</summary>
    public static string Folder(params (string DefinitionId, string Ausloeser)[] prozesse) => Folder(null, prozesse);

    /// <param name="ziel">Where each of them sends its request; null: nowhere.</param>
    /// <param name="prozesse">Id and trigger, see <see cref="Timer"/>, <see cref="Cron"/> and <see cref="StartAt"/>.</param>
    public static string Folder(Uri? ziel, params (string DefinitionId, string Ausloeser)[] prozesse)
    {
        var ordner = Directory.CreateTempSubdirectory("fallworkflow-nachtlauf-").FullName;
        foreach (var (id, ausloeser) in prozesse)
            File.WriteAllText(Path.Combine(ordner, $"{id}.json"), Definition(id, ausloeser, ziel));
        return ordner;
    }

    public static string Timer(TimeSpan abstand) => $$"""{ "id": "T", "type": "Elsa.Timer", {{Beginnt}}, "interval": {{Literal($"{abstand:c}")}} }""";

    public static string Cron(string ausdruck) => $$"""{ "id": "T", "type": "Elsa.Cron", {{Beginnt}}, "cronExpression": {{Literal(ausdruck)}} }""";

    public static string StartAt(DateTimeOffset zeitpunkt) => $$"""{ "id": "T", "type": "Elsa.StartAt", {{Beginnt}}, "dateTime": {{Literal($"{zeitpunkt:O}")}} }""";

    private const string Beginnt = "\"customProperties\": { \"canStartWorkflow\": true }";

    private static string Literal(string wert) => $$"""{ "expression": { "type": "Literal", "value": "{{wert}}" } }""";

    private static string Definition(string id, string ausloeser, Uri? ziel)
    {
        var schritt = ziel is null
            ? $$"""{ "id": "S", "type": "Elsa.SetOutput", "outputName": {{Literal("Antwort")}}, "outputValue": {{Literal("gut")}} }"""
            : $$"""{ "id": "S", "type": "Elsa.FlowSendHttpRequest", "url": {{Literal(ziel.AbsoluteUri)}}, "method": {{Literal("POST")}} }""";
        return $$"""
            { "definitionId": "{{id}}", "name": "{{id}}", "version": 1, "isLatest": true, "isPublished": true, "variables": [],
              "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [ {{ausloeser}}, {{schritt}} ],
                "connections": [ { "source": { "activity": "T" }, "target": { "activity": "S" } } ] } }
            """;
    }
}
