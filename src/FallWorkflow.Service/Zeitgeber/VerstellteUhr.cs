using System.Globalization;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// A node's clock that goes wrong on purpose, for the reliability tests: by a fixed span, or by the span in a file
/// (<c>@path</c>) that may change while the program runs.
/// </summary>
internal sealed class VerstellteUhr(string angabe, TimeProvider uhr) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => uhr.GetUtcNow() + Offset();

    /// <summary>Whether the setting can be read at all; a file may come later.</summary>
    public static bool IsValid(string angabe) => angabe.StartsWith('@') || TryParse(angabe, out _);

    private TimeSpan Offset()
    {
        if (!angabe.StartsWith('@'))
            return TryParse(angabe, out var fest) ? fest : TimeSpan.Zero;
        try
        {
            return TryParse(File.ReadAllText(angabe[1..]).Trim(), out var span) ? span : TimeSpan.Zero;
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }

    private static bool TryParse(string text, out TimeSpan span) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out span);
}
