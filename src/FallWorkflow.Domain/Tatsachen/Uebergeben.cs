using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The placement officer hands a person over: the beginning of the Akte, unless there was a contact before (R17).</summary>
/// <param name="Vorkontakt">Number of the Akte of an earlier contact, which the handover goes on with; null if there was none.</param>
/// <param name="VorkontaktAm">Day of such a contact, which shows that the number is not mistyped; needed where the name does not show it.</param>
[Tatsache("Uebergeben", Rollen = "Integrationsfachkraft", Anforderungen = "R01,R02,R06,R17", EigeneAdresse = true)]
public sealed record Uebergeben(
    Person Person,
    IReadOnlyList<Handlungsbedarf> Handlungsbedarfe,
    bool FortschrittErwartet,
    string FortschrittBegruendung,
    string? Zielgruppe = null,
    bool RueckspracheGewuenscht = false,
    string? Vorkontakt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? VorkontaktAm = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("person.vorname", Person?.Vorname, Pruefung.Kurz)
        .Text("person.nachname", Person?.Nachname, Pruefung.Kurz)
        .Optional("person.telefon", Person?.Telefon, Pruefung.Kurz)
        .Optional("person.anschrift", Person?.Anschrift, Pruefung.Kurz)
        .Bedarfe("handlungsbedarfe", Handlungsbedarfe)
        .Text("fortschrittBegruendung", FortschrittBegruendung)
        .Optional("zielgruppe", Zielgruppe, Pruefung.Kurz)
        .Optional("vorkontakt", Vorkontakt, Pruefung.Kurz).Fehler;

    public override IEnumerable<Tatsache> Folgen(Fall fall) =>
        RueckspracheGewuenscht ? [new RueckspracheVerlangt(Seite.Vermittlung, Meldung.Of("RueckspracheBeiUebergabe"))] : [];

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeNurEinmal(fall),
        new VorkontaktDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Person = Person;
        fall.Handlungsbedarfe = Handlungsbedarfe;
        fall.FortschrittErwartet = FortschrittErwartet;
        fall.Zielgruppe = Zielgruppe;
        fall.UebergebenAm = eintrag.WirksamAm;
        fall.IntegrationsfachkraftId ??= eintrag.ErfasstVon;
        fall.RueckspracheOffen = RueckspracheGewuenscht;
        fall.Phase = Phase.Uebergabe;
        fall.Status = Fallstatus.Angefragt;
    }
}
