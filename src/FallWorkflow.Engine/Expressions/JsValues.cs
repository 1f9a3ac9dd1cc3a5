using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;
using Jint.Runtime;

namespace FallWorkflow.Engine.Expressions;

/// <summary>Values on their way into and out of a script.</summary>
internal static class JsValues
{
    private const int MaxDepth = 32;

    public static JsValue FromNode(Jint.Engine engine, JsonNode? node)
    {
        switch (node)
        {
            case null:
                return JsValue.Null;
            case JsonArray list:
                var array = (ArrayInstance)engine.Array.Construct(Arguments.Empty);
                engine.Array.PrototypeObject.Push(array, list.Select(item => FromNode(engine, item)).ToArray());
                return array;
            case JsonObject source:
                var target = engine.Object.Construct(Arguments.Empty);
                foreach (var (key, value) in source)
                    target.Put(key, FromNode(engine, value), false);
                return target;
            default:
                return node.GetValueKind() switch
                {
                    JsonValueKind.True => JsValue.True,
                    JsonValueKind.False => JsValue.False,
                    JsonValueKind.Number => new JsValue(double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture)),
                    _ => new JsValue(node.GetValue<string>()),
                };
        }
    }

    public static JsonNode? ToNode(JsValue value) => ToNode(value, 0);

    private static JsonNode? ToNode(JsValue value, int depth)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsBoolean())
            return JsonValue.Create(value.AsBoolean());
        if (value.IsString())
            return JsonValue.Create(value.AsString());
        if (value.IsNumber())
            return Number(value.AsNumber());
        if (depth > MaxDepth)
            throw new ExpressionException($"The value is nested deeper than {MaxDepth} levels.");
        if (value.IsDate())
            return DateNode(value.AsDate().PrimitiveValue);
        if (value.IsArray())
        {
            var array = value.AsArray();
            var length = (int)TypeConverter.ToUint32(array.Get("length"));
            var list = new JsonArray();
            for (var i = 0; i < length; i++)
                list.Add(ToNode(array.Get(i.ToString(CultureInfo.InvariantCulture)), depth + 1));
            return list;
        }

        var source = value.AsObject();
        if (source is Jint.Native.Function.FunctionInstance)
            return null;
        if (source is Jint.Native.RegExp.RegExpInstance)
            return JsonValue.Create(TypeConverter.ToString(value));
        if (source is Jint.Runtime.Interop.IObjectWrapper or Jint.Native.String.StringInstance or Jint.Native.Number.NumberInstance
            or Jint.Native.Boolean.BooleanInstance)
            return ToNode(TypeConverter.ToPrimitive(value), depth + 1);
        var target = new JsonObject();
        foreach (var (key, property) in source.GetOwnProperties())
        {
            if (property.Enumerable != true)
                continue;
            var member = source.Get(key);
            if (!member.IsUndefined() && !(member.IsObject() && member.AsObject() is Jint.Native.Function.FunctionInstance))
                target[key] = ToNode(member, depth + 1);
        }

        return target;
    }

    private static JsonValue? DateNode(double milliseconds) =>
        double.IsNaN(milliseconds)
            ? null
            : JsonValue.Create(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    // JSON has no NaN and no infinity; their text form is what prints, too.
    private static JsonValue Number(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) <= 9007199254740991 && !(number == 0 && double.IsNegative(number)))
            return JsonValue.Create((long)number);
        return double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
    }
}
