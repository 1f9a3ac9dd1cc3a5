using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Faelle;

/// <summary>A document of the Akte; its file is kept apart and not read with the Fall.</summary>
public sealed class Dokument
{
    public required string Id { get; init; }

    /// <summary>Number of the entry of the Akte that says so, as corrected last.</summary>
    public required long Nr { get; init; }

    public required Dokumentart Art { get; init; }

    public required string Titel { get; init; }

    public required Dokumentherkunft Herkunft { get; init; }

    /// <summary>By name, whom it came from; null if nobody said.</summary>
    public string? Von { get; init; }

    /// <summary>Day that the document itself bears; null if it bears none.</summary>
    public DateOnly? DatiertAm { get; init; }

    public required Personenbezug Betrifft { get; init; }

    public required Dokumentsicht Sicht { get; init; }

    /// <summary>Name of the file.</summary>
    public required string Datei { get; init; }

    public required string Medientyp { get; init; }

    /// <summary>In bytes.</summary>
    public required int Groesse { get; init; }

    /// <summary>SHA-256 of the file, as 64 small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required Schadsoftwarepruefung Geprueft { get; init; }

    /// <summary>Entry of the goal, referral or contact that it belongs to; null if none was named.</summary>
    public Guid? GehoertZu { get; init; }

    public required DateOnly AbgelegtAm { get; init; }

    /// <summary>Id of the person who put it there.</summary>
    public required string AbgelegtVon { get; init; }

    /// <summary>Null while the file is kept.</summary>
    public DateOnly? EntferntAm { get; internal set; }

    public string? EntferntWeil { get; internal set; }

    /// <summary>What a document can belong to.</summary>
    public static bool MayBelongTo(Tatsache tatsache) =>
        tatsache is ZielVereinbart or ZuweisungVereinbart or KontaktGehalten or ErstgespraechGefuehrt or VorkontaktGehalten;
}
