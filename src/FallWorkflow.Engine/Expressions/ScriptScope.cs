using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace FallWorkflow.Engine.Expressions;

/// <summary>One evaluation: the script's globals, the variables it sees and what it leaves behind.</summary>
internal sealed class ScriptScope(Jint.Engine engine, ActivityContext context, IReadOnlySet<string> identifiers)
{
    private readonly List<string> _bound = [];
    private readonly List<(ScopedVariable Variable, JsValue Value, string Before)> _lent = [];
    private ObjectInstance? _variables;
    private Dictionary<string, string>? _before;

    public ActivityContext Context { get; } = context;

    public IReadOnlySet<string> Identifiers { get; } = identifiers;

    public IReadOnlyList<string>? Outcomes { get; set; }

    /// <summary>Offers a function if the script mentions it.</summary>
    public void Function(string name, int parameters, Func<JsonNode?[], JsonNode?> body)
    {
        if (Identifiers.Contains(name))
            Bind(name, new ClrFunctionInstance(
                engine, (_, arguments) => JsValues.FromNode(engine, body(arguments.Select(JsValues.ToNode).ToArray())), parameters));
    }

    public void Value(string name, JsonObject value)
    {
        if (Identifiers.Contains(name))
            Bind(name, JsValues.FromNode(engine, value).AsObject());
    }

    /// <summary>As <see cref="Function"/>, for a function whose value may be a date.</summary>
    public void Getter(string name, Func<JsValue[], JsValue> body)
    {
        if (Identifiers.Contains(name))
            Bind(name, new ClrFunctionInstance(engine, (_, arguments) => body(arguments), 0));
    }

    public JsValue Read(ScopedVariable variable) => FromTyped(variable.Definition.TypeName, variable.Value);

    /// <summary>As <see cref="Read"/>; what the script changes inside an object or list is written back, as if it were the variable's own.</summary>
    public JsValue Lend(ScopedVariable variable)
    {
        var value = Read(variable);
        if (variable.Value is not (JsonObject or JsonArray))
            return value;
        var text = Text(value);
        var known = _lent.FindIndex(l => l.Variable == variable && l.Before == text);
        if (known >= 0)
            return _lent[known].Value;
        _lent.Add((variable, value, text));
        return value;
    }

    /// <summary>The <c>variables</c> object: a copy that is written back after the script has run.</summary>
    public void OfferVariables()
    {
        if (!Identifiers.Contains("variables"))
            return;
        _variables = engine.Object.Construct(Arguments.Empty);
        _before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in VariableScope.Visible(Context))
        {
            if (!_before.TryAdd(variable.Definition.Name, ""))
                continue;
            var value = Read(variable);
            _before[variable.Definition.Name] = Text(value);
            _variables.Put(variable.Definition.Name, value, false);
        }

        Bind("variables", _variables);
    }

    /// <summary>Takes back what was offered, so that the script engine can serve somebody else.</summary>
    public void Unbind()
    {
        foreach (var name in _bound)
            engine.Global.Delete(name, false);
    }

    public void WriteBack()
    {
        foreach (var (variable, lent, before) in _lent)
        {
            // What was set meanwhile is another object.
            if (Text(lent) is var after && after != before && Text(Read(variable)) == before)
                Context.SetVariable(variable, JsValues.ToNode(lent));
        }

        if (_variables is null || _before is null)
            return;
        foreach (var (name, before) in _before)
        {
            var value = _variables.Get(name);
            if (Text(value) != before && VariableScope.ByName(Context, name) is { } variable)
                Context.SetVariable(variable, JsValues.ToNode(value));
        }
    }

    private void Bind(string name, ObjectInstance value)
    {
        _bound.Add(name);
        engine.SetValue(name, value);
    }

    private static string Text(JsValue value) => JsValues.ToNode(value)?.ToJsonString() ?? "null";

    private JsValue FromTyped(string typeName, JsonNode? value) =>
        ValueConversion.Simple(typeName) is "DateTime" or "DateTimeOffset" && ValueConversion.ToInstant(value) is { } instant
            ? engine.Date.Construct((double)instant.ToUnixTimeMilliseconds())
            : JsValues.FromNode(engine, value);
}
