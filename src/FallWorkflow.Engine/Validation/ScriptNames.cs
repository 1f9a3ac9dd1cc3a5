using System.Text.RegularExpressions;
using FallWorkflow.Engine.Expressions;
using Jint.Parser;
using Jint.Parser.Ast;

namespace FallWorkflow.Engine.Validation;

/// <summary>Names that a script uses and that neither it nor anybody else has.</summary>
internal static partial class ScriptNames
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Array", "Boolean", "Date", "Error", "EvalError", "Function", "Number", "Object", "RangeError", "ReferenceError", "RegExp", "String",
        "SyntaxError", "TypeError", "URIError", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "eval", "isFinite",
        "isNaN", "parseFloat", "parseInt",
        "catch", "delete", "do", "else", "for", "function", "if", "in", "instanceof", "new", "return", "switch", "throw", "typeof", "void", "while", "with",
    };

    private static readonly HashSet<string> Values = new(StringComparer.Ordinal) { "undefined", "NaN", "Infinity", "Math", "JSON", "arguments", "args", "variables" };

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["Math"] =
        [
            "E", "LN10", "LN2", "LOG2E", "LOG10E", "PI", "SQRT1_2", "SQRT2", "abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "exp", "floor", "log",
            "max", "min", "pow", "random", "round", "sin", "sqrt", "tan",
        ],
        ["JSON"] = ["parse", "stringify"],
        ["Date"] = ["UTC", "now", "parse", "prototype"],
        ["String"] = ["fromCharCode", "prototype"],
        ["Array"] = ["isArray", "prototype"],
        ["Number"] = ["MAX_VALUE", "MIN_VALUE", "NaN", "NEGATIVE_INFINITY", "POSITIVE_INFINITY", "prototype"],
        ["Object"] =
        [
            "create", "defineProperties", "defineProperty", "freeze", "getOwnPropertyDescriptor", "getOwnPropertyNames", "getPrototypeOf", "isExtensible",
            "isFrozen", "isSealed", "keys", "preventExtensions", "prototype", "seal",
        ],
    };

    /// <summary>Names that are read but stand for nothing; functions that are called are told by <see cref="UnknownCalls"/>.</summary>
    public static IEnumerable<string> UnknownValues(SyntaxNode program, IReadOnlySet<string> functions)
    {
        HashSet<string> own = new(StringComparer.Ordinal);
        Declarations(program, own);
        return Read(program)
            .Where(name => !Standard.Contains(name) && !Values.Contains(name) && !functions.Contains(name) && !own.Contains(name) && !Accessor().IsMatch(name))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Names of variables in the form <c>variables['Total']</c>.</summary>
    public static IEnumerable<string> VariablesByText(SyntaxNode program) => All(program).OfType<MemberExpression>()
        .Where(m => m is { Computed: true, Object: Identifier { Name: "variables" }, Property: Literal { Value: string } })
        .Select(m => (string)((Literal)m.Property).Value)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Members of the built-in objects that these do not have.</summary>
    public static IEnumerable<(string Owner, string Member)> UnknownMembers(SyntaxNode program)
    {
        HashSet<string> own = new(StringComparer.Ordinal);
        Declarations(program, own);
        return All(program).OfType<MemberExpression>()
            .Where(m => m is { Computed: false, Object: Identifier, Property: Identifier })
            .Select(m => (Owner: ((Identifier)m.Object).Name, Member: ((Identifier)m.Property).Name))
            .Where(m => Members.TryGetValue(m.Owner, out var known) && !known.Contains(m.Member) && !ScriptLibrary.Names.Contains(m.Member) && !own.Contains(m.Owner))
            .Distinct();
    }

    private static IEnumerable<SyntaxNode> All(SyntaxNode node) => ScriptTree.Children(node).SelectMany(All).Prepend(node);

    private static void Declarations(SyntaxNode program, HashSet<string> own)
    {
        foreach (var node in All(program))
        {
            IEnumerable<Identifier?> names = node switch
            {
                VariableDeclarator declarator => [declarator.Id],
                FunctionDeclaration function => [function.Id, .. function.Parameters],
                FunctionExpression function => [function.Id, .. function.Parameters],
                CatchClause clause => [clause.Param],
                AssignmentExpression { Left: Identifier assigned } => [assigned],
                ForInStatement { Left: Identifier each } => [each],
                _ => [],
            };
            own.UnionWith(names.OfType<Identifier>().Select(i => i.Name));
        }
    }

    private static IEnumerable<string> Read(SyntaxNode node)
    {
        if (node is Identifier identifier)
            return [identifier.Name];
        // What is called is looked at elsewhere, and typeof may ask for what is not there.
        var passedOver = node switch
        {
            CallExpression { Callee: Identifier callee } => callee,
            UnaryExpression { Operator: UnaryOperator.TypeOf, Argument: Identifier asked } => asked,
            _ => null,
        };
        return ScriptTree.Children(node).Where(c => c != passedOver).SelectMany(Read);
    }

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
