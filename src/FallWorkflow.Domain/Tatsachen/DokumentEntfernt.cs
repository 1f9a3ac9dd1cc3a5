using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The file of a document is deleted for good; that it was there, and why it went, stays in the Akte. Possible after the end as well.</summary>
[Tatsache("DokumentEntfernt", Rollen = "Fallmanager,Teamleitung,Datenschutz", Anforderungen = "R25,R88,R90")]
public sealed record DokumentEntfernt(string DokumentId, string Begruendung) : Tatsache
{
    public override string? Bezug => DokumentId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("dokumentId", DokumentId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) => [new DokumentMussVorhandenSein(fall, DokumentId)];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindDokument(DokumentId) is not { } dokument)
            return;
        dokument.EntferntAm = eintrag.WirksamAm;
        dokument.EntferntWeil = Begruendung;
    }
}
