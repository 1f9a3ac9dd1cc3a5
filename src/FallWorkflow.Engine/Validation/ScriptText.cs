using System.Text.RegularExpressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>
/// A script as text: its code with strings, comments and regular expressions blanked out at equal length, and the places
/// where it is newer than ECMAScript 5.
/// </summary>
internal sealed partial class ScriptText
{
    private readonly string _text;
    private readonly List<int> _templates = [];

    public ScriptText(string text)
    {
        _text = text;
        Code = Blank();
    }

    public string Code { get; }

    /// <summary>Line and column, both from 1.</summary>
    public (int Line, int Column) Position(int index)
    {
        var before = _text.AsSpan(0, Math.Clamp(index, 0, _text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>Every place with syntax that the engine's ECMAScript 5 lacks or, as with let, only half knows.</summary>
    public IEnumerable<(int Line, int Column, string Feature)> ModernSyntax()
    {
        var found = _templates.Select(i => (Index: i, Feature: "Template"));
        foreach (Match match in Modern().Matches(Code))
            found = found.Append((match.Index, match.Groups.Keys.First(k => k.Length > 1 && match.Groups[k].Success)));
        foreach (var (index, feature) in found.OrderBy(f => f.Index))
        {
            var (line, column) = Position(index);
            yield return (line, column, feature);
        }
    }

    private string Blank()
    {
        var code = _text.ToCharArray();
        var last = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            var end = code[i] switch
            {
                '\'' or '"' => Quoted(i, code[i]),
                '`' => Template(i),
                '/' when Next(i) == '/' => LineEnd(i),
                '/' when Next(i) == '*' => CommentEnd(i),
                '/' when !char.IsLetterOrDigit(last) && last is not (')' or ']' or '_' or '$') => Quoted(i, '/'),
                _ => i,
            };
            if (end == i)
            {
                if (!char.IsWhiteSpace(code[i]))
                    last = code[i];
                continue;
            }

            var isComment = code[i] == '/' && Next(i) is '/' or '*';
            for (var k = i; k <= end && k < code.Length; k++)
            {
                if (code[k] is not ('\n' or '\r'))
                    code[k] = ' ';
            }

            if (!isComment)
                last = '"' == last ? last : '0';
            i = end;
        }

        return new string(code);
    }

    private char Next(int i) => i + 1 < _text.Length ? _text[i + 1] : '\0';

    private int Quoted(int start, char quote)
    {
        for (var i = start + 1; i < _text.Length && _text[i] != '\n'; i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (_text[i] == quote)
                return i;
        }

        // Not closed on its line: a division, or an error that the parser will name.
        return start;
    }

    private int Template(int start)
    {
        _templates.Add(start);
        var end = _text.IndexOf('`', start + 1);
        return end < 0 ? _text.Length - 1 : end;
    }

    private int LineEnd(int start)
    {
        var end = _text.IndexOf('\n', start);
        return end < 0 ? _text.Length - 1 : end - 1;
    }

    private int CommentEnd(int start)
    {
        var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return end < 0 ? _text.Length - 1 : end + 1;
    }

    [GeneratedRegex(
        """
        (?<Arrow>=>)
        |(?<Spread>\.\.\.)
        |(?<OptionalChain>\?\.(?!\d))
        |(?<Nullish>\?\?)
        |(?<Power>\*\*)
        |(?<Destructuring>(?<![\w$.])(?:var|let|const)\s*[\[{])
        |(?<Let>(?<![\w$.])(?:let|const)(?=\s+[A-Za-z_$]))
        |(?<Generator>(?<![\w$.])function\s*\*|(?<![\w$.])yield(?=\s))
        |(?<Computed>[{,]\s*\[[^\]\n]*\]\s*:)
        |(?<Shorthand>(?<=[(=:,?]\s*\{\s*)[A-Za-z_$][\w$]*\s*(?=[,}])|[{,]\s*(?!(?:if|for|while|switch|catch|with|function|return|typeof|do|else|void|delete|new)\b)[A-Za-z_$][\w$]*\s*\([^()]*\)\s*\{)
        |(?<BigInt>(?<![\w$.])\d+n(?![\w$]))
        |(?<Catch>(?<![\w$.])catch\s*\{)
        |(?<Library>\.\s*(?:includes|startsWith|endsWith|padStart|padEnd|repeat|find|findIndex|findLast|fill|flat|flatMap|replaceAll|matchAll|codePointAt)\s*\(|(?<![\w$.])(?:Object\.(?:assign|entries|values|fromEntries)|Array\.(?:from|of)|Number\.(?:isInteger|isNaN|isFinite|isSafeInteger|parseInt|parseFloat)|Math\.(?:trunc|sign|log10|log2|cbrt|hypot)|Promise|Symbol|Proxy|Reflect|WeakMap|new\s+(?:Map|Set))(?![\w$]))
        |(?<Class>(?<![\w$.])class(?=\s+[A-Za-z_$]|\s*\{))
        |(?<ForOf>(?<=for\s*\([^()]*[\s\w$])of(?=\s))
        |(?<Async>(?<![\w$.])(?:async\s+function|await(?=\s)))
        |(?<DefaultParameter>(?<=function\s*[\w$]*\s*\([^()]*[\w$]\s*)=(?=[^=]))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Modern();
}
