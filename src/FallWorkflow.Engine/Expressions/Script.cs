using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FallWorkflow.Engine.Validation;
using Jint.Parser;
using Jint.Parser.Ast;

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// One script, parsed once. A parsed program caches values inside its nodes while it runs, so it is lent to one
/// evaluation at a time; a second one that runs at the same moment parses again.
/// </summary>
internal sealed partial class Script(string text)
{
    private static readonly ParserOptions Options = new() { Tolerant = true };
    private readonly ConcurrentBag<Program> _idle = [];
    private readonly bool _isPlain = !Effects().IsMatch(new ScriptText(text).Code) && !Reflective().IsMatch(text);

    /// <summary>Every identifier in the text; only functions that are mentioned are offered to the script.</summary>
    public IReadOnlySet<string> Identifiers { get; } =
        Identifier().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Only loops and functions can make much out of little.</summary>
    public bool CanGrow => UsesLibrary || Identifiers.Contains("for") || Identifiers.Contains("while") || Identifiers.Contains("function");

    /// <summary>Whether it may call something of the <see cref="ScriptLibrary"/>.</summary>
    public bool UsesLibrary { get; } = Identifier().Matches(text).Any(m => ScriptLibrary.Names.Contains(m.Value));

    /// <summary>Whether it may come upon something that <see cref="ScriptRepairs"/> puts right.</summary>
    public bool NeedsRepairs { get; } = Identifier().Matches(text).Any(m => ScriptRepairs.Concern(m.Value));

    /// <summary>
    /// A plain expression such as <c>getCount() &lt; 3</c>: without assignment, loop, function or a way to the built-in
    /// objects it leaves nothing behind, so the script engine may be used again.
    /// </summary>
    public bool LeavesNothing => _isPlain && !UsesLibrary;

    /// <exception cref="ParserException">The text is not valid ECMAScript 5.</exception>
    public Program Rent()
    {
        if (_idle.TryTake(out var known))
            return known;
        var program = Parse(text);
        ScriptTree.MendBits(program);
        return program;
    }

    public void Return(Program program) => _idle.Add(program);

    /// <summary>Parses as Elsa does: a <c>return</c> at the top is allowed.</summary>
    /// <exception cref="ParserException">The text is not valid ECMAScript 5.</exception>
    public static Program Parse(string text)
    {
        var program = new JavaScriptParser().Parse(text, Options);
        foreach (var error in program.Errors ?? [])
        {
            if (!error.Message.Contains("Illegal return", StringComparison.Ordinal))
                throw error;
        }

        return program;
    }

    [GeneratedRegex(@"(?<![=!<>])=(?!=)|<<=|>>=|\+\+|--|\b(?:var|function|for|while|do|delete|with|throw)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Effects();

    // Looked for in the strings, too: ({})['constructor'].
    [GeneratedRegex(@"\b(?:prototype|constructor|eval|Function|Object|this)\b|__", RegexOptions.CultureInvariant)]
    private static partial Regex Reflective();

    [GeneratedRegex(@"[A-Za-z_$\u00C0-\u024F][\w$\u00C0-\u024F]*", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
