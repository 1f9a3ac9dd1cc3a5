using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>How one input of an activity is edited: its field, its choices, its first kind of expression.</summary>
internal static class Eingabefeld
{
    private static readonly HashSet<string> Mehrzeilig = new(StringComparer.Ordinal) { "beschreibung", "text", "grund", "message" };

    public static JsonObject Of(ActivityDescriptor schritt, InputDescriptor eingabe, int nr, IDefinitionCatalog prozesse)
    {
        var angaben = new JsonObject();
        var feld = eingabe switch
        {
            _ when Schrittbeschreibungen.IsOutcomeList(eingabe) => "dynamic-outcomes",
            { Name: "script" } => Code(angaben),
            { Name: "eventName" } => Choose(angaben, Events(prozesse)),
            { Name: "workflowDefinitionId" } => Choose(angaben, prozesse.AllPublished.Select(p => (p.Name.Length > 0 ? p.Name : p.DefinitionId, p.DefinitionId))),
            { Options: { } auswahl } => Choose(angaben, auswahl.Select(wert => (Prozesswoerter.Auswahl(eingabe.Name, wert), wert))),
            { Name: "condition" } => "checkbox",
            { TypeName: "Boolean" } => Choose(angaben, [(Texte.Of("Studio.Ja"), "true"), (Texte.Of("Studio.Nein"), "false")]),
            { Name: "outputName" } => "output-picker",
            { Name: "expectedStatusCodes" } => "http-status-codes",
            { TypeName: "IDictionary<string, object>" } => "json-editor",
            _ when Mehrzeilig.Contains(eingabe.Name) => "multiline",
            _ => "singleline",
        };
        var pflicht = eingabe.Required ? " " + Texte.Of("Studio.Pflicht") : "";
        return Field(eingabe.Name, eingabe.TypeName, eingabe.DisplayName, eingabe.Description + pflicht, nr, feld, angaben,
            eingabe.Name == "condition" ? "JavaScript" : feld is "dynamic-outcomes" or "json-editor" ? "Object" : "Literal");
    }

    /// <summary>The list of outcomes of a case activity, see <see cref="Ausgaenge"/>.</summary>
    public static JsonObject OutcomeList(ActivityDescriptor schritt) => Field(
        Ausgaenge.Feld, "String[]", Texte.Of("Studio.Ausgaenge"), Texte.Of(Ausgaenge.TakesResults(schritt.TypeName) ? "Studio.Ausgaenge.Hilfe" : "Studio.Tatsachen.Hilfe"),
        4, "dynamic-outcomes",
        new JsonObject { ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = new JsonArray([.. schritt.Ports.Select(p => (JsonNode)p)]) } }, "Object");

    /// <summary>Inputs that Elsa keeps beside the others, not as expressions.</summary>
    public static IEnumerable<JsonObject> Extra(string type)
    {
        if (type == "Elsa.SetVariable")
            yield return Field("variable", "Elsa.Workflows.Memory.Variable", Texte.Of("Studio.Variable"), Texte.Of("Studio.Variable.Hilfe"), 0, "variable-picker", [], "Literal", eingepackt: false);
        if (type is "Elsa.FlowSwitch" or "Elsa.Switch")
        {
            yield return Field("cases", "Object", Texte.Of("Studio.Faelle"), Texte.Of("Studio.Faelle.Hilfe"), 0,
                type == "Elsa.Switch" ? "switch-editor" : "flow-switch-editor", [], "Object", eingepackt: false);
        }
    }

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static JsonObject Field(
        string name, string typ, string anzeige, string hilfe, int nr, string feld, JsonObject angaben, string ausdruck, bool eingepackt = true) => new()
        {
            ["name"] = Pascal(name),
            ["typeName"] = typ,
            ["displayName"] = anzeige,
            ["description"] = hilfe,
            ["order"] = nr,
            ["isBrowsable"] = true,
            ["isSynthetic"] = false,
            ["isWrapped"] = eingepackt,
            ["uiHint"] = feld,
            ["category"] = null,
            ["defaultValue"] = null,
            ["defaultSyntax"] = ausdruck,
            ["isReadOnly"] = false,
            ["isSensitive"] = false,
            ["storageDriverType"] = null,
            ["uiSpecifications"] = angaben,
        };

    private static string Choose(JsonObject angaben, IEnumerable<(string Text, string Wert)> auswahl)
    {
        angaben["dropdown"] = new JsonObject
        {
            ["selectList"] = new JsonObject
            {
                ["items"] = new JsonArray([.. auswahl.Select(a => (JsonNode)new JsonObject { ["text"] = a.Text, ["value"] = a.Wert })]),
                ["isFlagsEnum"] = false,
            },
        };
        return "dropdown";
    }

    private static string Code(JsonObject angaben)
    {
        angaben["code-editor"] = new JsonObject { ["language"] = "javascript" };
        return "code-editor";
    }

    /// <summary>Events of facts, and those that published processes publish themselves.</summary>
    private static IEnumerable<(string, string)> Events(IDefinitionCatalog prozesse) =>
        Prozessmaschine.Ereignisse.Select(e => (Prozesswoerter.Ereignis(e), e)).Concat(
            prozesse.AllPublished.SelectMany(p => Published(p.Root)).Distinct(StringComparer.Ordinal).Where(e => !Prozessmaschine.Ereignisse.Contains(e)).Select(e => (e, e)));

    private static IEnumerable<string> Published(ActivityDefinition schritt) =>
        schritt.Activities.SelectMany(Published).Concat(
            schritt.Type == "Elsa.PublishEvent" && schritt.Input("eventName") is { Type: "Literal", Value: { } name } ? [name.ToString()] : []);
}
