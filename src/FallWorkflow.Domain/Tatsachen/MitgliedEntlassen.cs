using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A member of the Bedarfsgemeinschaft is no longer included.</summary>
[Tatsache("MitgliedEntlassen", Rollen = "Fallmanager", Anforderungen = "R27")]
public sealed record MitgliedEntlassen(string MitgliedId, [DatenDritter] string Begruendung) : Tatsache
{
    public override string? Bezug => MitgliedId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("mitgliedId", MitgliedId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new MitgliedMussEinbezogenSein(fall, MitgliedId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindMitglied(MitgliedId) is { } mitglied)
            mitglied.EntlassenAm = eintrag.WirksamAm;
    }
}
