using System.Text.RegularExpressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Functions that a script calls and that neither it nor anybody else has.</summary>
internal static partial class ScriptNames
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Array", "Boolean", "Date", "Error", "EvalError", "Function", "Number", "Object", "RangeError", "ReferenceError", "RegExp", "String",
        "SyntaxError", "TypeError", "URIError", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "eval", "isFinite",
        "isNaN", "parseFloat", "parseInt", "unescape",
        "catch", "delete", "do", "else", "for", "function", "if", "in", "instanceof", "new", "return", "switch", "throw", "typeof", "void", "while", "with",
    };

    /// <param name="code">Without strings and comments.</param>
    public static IEnumerable<string> UnknownCalls(string code, IReadOnlySet<string> functions)
    {
        var own = Declared().Matches(code).Select(m => m.Value)
            .Concat(Parameters().Matches(code).SelectMany(m => Word().Matches(m.Value)).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);
        return Calls().Matches(code).Select(m => m.Value)
            .Where(name => !Standard.Contains(name) && !functions.Contains(name) && !own.Contains(name) && !Accessor().IsMatch(name))
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w$.])[A-Za-z_$][\w$]*(?=\s*\()", RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    // Names that the script gives a value, and those of its functions.
    [GeneratedRegex(@"(?<![\w$.])[A-Za-z_$][\w$]*(?=\s*=[^=])|(?<=function\s+)[A-Za-z_$][\w$]*|(?<=(?:var|,)\s*)[A-Za-z_$][\w$]*(?=\s*[,;])", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<=function\s*[\w$]*\s*\()[^)]*|(?<=catch\s*\()[^)]*", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"[A-Za-z_$][\w$]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // getX and setX are looked at with the variables.
    [GeneratedRegex(@"^[gs]et[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Accessor();
}
