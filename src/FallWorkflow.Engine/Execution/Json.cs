using System.Text.Encodings.Web;
using System.Text.Json;

namespace FallWorkflow.Engine.Execution;

internal static class Json
{
    /// <summary>Compact, umlauts as they are: the text goes to a database column, never into a page unescaped.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
