namespace FallWorkflow.Domain.Faelle;

/// <summary>A kind of file that may be put into an Akte.</summary>
/// <param name="Bezeichnung">What people call it, for example "Word-Dokument".</param>
/// <param name="Endungen">Endings of the file's name, lower case, each with its dot.</param>
public sealed record Dateiart(string Medientyp, string Bezeichnung, IReadOnlyList<string> Endungen)
{
    public static Dateiart Pdf { get; } = new("application/pdf", "PDF", [".pdf"]);

    public static Dateiart Png { get; } = new("image/png", "PNG-Bild", [".png"]);

    public static Dateiart Jpeg { get; } = new("image/jpeg", "JPEG-Bild", [".jpg", ".jpeg"]);

    public static Dateiart Text { get; } = new("text/plain", "Text", [".txt"]);

    public static Dateiart Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word-Dokument", [".docx"]);

    public static Dateiart Odt { get; } = new("application/vnd.oasis.opendocument.text", "OpenDocument-Text", [".odt"]);

    public static IReadOnlyList<Dateiart> Alle { get; } = [Pdf, Png, Jpeg, Text, Docx, Odt];

    /// <summary>Null if no such file may be put into an Akte.</summary>
    public static Dateiart? Find(string? medientyp) => Alle.FirstOrDefault(a => a.Medientyp == medientyp);
}
