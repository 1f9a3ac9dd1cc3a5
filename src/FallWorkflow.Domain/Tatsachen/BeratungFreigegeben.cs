using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// The Fall may be read without names by colleagues of the office for advice. Free text is shown only of entries that the
/// Fallmanager has looked through.
/// </summary>
/// <param name="Durchgesehen">Entries whose free text names nobody; said again, they are added.</param>
[Tatsache("BeratungFreigegeben", Rollen = "Fallmanager", Anforderungen = "R83")]
public sealed record BeratungFreigegeben(string Frage, IReadOnlyList<Guid>? Durchgesehen = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("frage", Frage).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new DurchgesehenesMussBestehen(fall, Durchgesehen),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OpenBeratung(Frage, Durchgesehen);
}
