using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FallWorkflow.Engine.Execution;

internal static class Json
{
    /// <summary>Compact, umlauts as they are: the text goes to a database column, never into a page unescaped.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As objects and lists print: umlauts as they are, but <c>&lt;</c>, <c>&amp;</c> and quotes escaped, as Elsa does.</summary>
    public static readonly JsonSerializerOptions Escaped = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
