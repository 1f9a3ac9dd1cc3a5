using PdfSharp.Fonts;

namespace FallWorkflow.Web.Druck;

/// <summary>DejaVu Sans, which has the letters of nearly all languages that are written from left to right; in the program, since servers have no fonts.</summary>
internal sealed class Druckschrift : IFontResolver
{
    public const string Name = "DejaVu Sans";

    private const string Normal = "DejaVuSans.ttf";

    private const string Fett = "DejaVuSans-Bold.ttf";

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? Fett : Normal);

    public byte[]? GetFont(string faceName)
    {
        using var quelle = typeof(Druckschrift).Assembly.GetManifestResourceStream($"druck/{faceName}")!;
        var inhalt = new byte[quelle.Length];
        quelle.ReadExactly(inhalt);
        return inhalt;
    }
}
