using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// A contact outside the Jobcenter before there is a Fall (R17). It can begin an Akte of its own, which the handover then goes on
/// with; nobody has to give a name for it.
/// </summary>
/// <param name="Ort">Where, for example "Tagestreff am Bahnhof".</param>
/// <param name="Name">What the person wants to be called; null if no name was given.</param>
[Tatsache("VorkontaktGehalten", Rollen = "Fallmanager", Anforderungen = "R17")]
public sealed record VorkontaktGehalten([NenntNamen] string Ort, string Themen, [NenntNamen] string? Name = null, string? NaechsterSchritt = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("ort", Ort, Pruefung.Kurz).Text("themen", Themen).Optional("name", Name, Pruefung.Kurz).Optional("naechsterSchritt", NaechsterSchritt).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new VorkontaktDarfNichtBeendetSein(fall),
        new FallDarfNochNichtAufgenommenSein(fall),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.VorkontaktStandVom >= wirksamAm);

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Vorkontakt(eintrag.WirksamAm, Ort, Themen));
        if (fall.UebergebenAm is not null)
            return;
        fall.Status = Fallstatus.Vorkontakt;
        fall.FallmanagerId ??= eintrag.ErfasstVon;
        if (!string.IsNullOrWhiteSpace(Name))
            fall.Person = new Person(Name, "");
    }
}
