using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// A document was put into the Akte. Its file is kept apart, in the same transaction; what the entry says about the file is written by
/// the program, which has looked into it. A correction changes what people said about it and never the file.
/// </summary>
/// <param name="Von">By name, whom it came from.</param>
/// <param name="DatiertAm">Day that the document itself bears.</param>
/// <param name="Datei">Name of the file, with its ending.</param>
/// <param name="Medientyp">One of <see cref="Dateiart"/>, by the content of the file.</param>
/// <param name="Groesse">In bytes.</param>
/// <param name="Sha256">Of the file, as 64 small hexadecimal digits.</param>
/// <param name="GehoertZu">Entry of the goal, referral or contact that it belongs to; null if none was named.</param>
[Tatsache("DokumentAbgelegt", Rollen = "Fallmanager,Integrationsfachkraft,Teamleitung", Anforderungen = "R24,R25,R88,R89", EigeneAdresse = true)]
public sealed record DokumentAbgelegt(
    string DokumentId,
    Dokumentart Art,
    [DatenDritter(Wenn = "Betrifft=AuchAndere")] string Titel,
    [DatenDritter(Wenn = "Betrifft=AuchAndere", NurHier = true), NenntNamen(NurHier = true)] string Datei,
    Dokumentherkunft Herkunft,
    Personenbezug Betrifft,
    Dokumentsicht Sicht,
    [DatenDritter(Wenn = "Herkunft=Privatperson", NurHier = true), NenntNamen(NurHier = true)] string? Von = null,
    DateOnly? DatiertAm = null,
    string Medientyp = "",
    int Groesse = 0,
    string Sha256 = "",
    Schadsoftwarepruefung Geprueft = Schadsoftwarepruefung.NichtGeprueft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? GehoertZu = null) : Tatsache
{
    public override string? Bezug => DokumentId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("dokumentId", DokumentId, Pruefung.Kurz).Enum("art", Art).Text("titel", Titel, Pruefung.Kurz)
        .When(string.IsNullOrWhiteSpace(Datei), "datei", "DateiFehlt").Optional("datei", Datei, Pruefung.Kurz)
        .Enum("herkunft", Herkunft).Optional("von", Von, Pruefung.Kurz).Datum("datiertAm", DatiertAm ?? new DateOnly(2000, 1, 1)).Enum("betrifft", Betrifft).Enum("sicht", Sicht).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new DokumentMussNeuSein(fall, DokumentId),
        new DokumentDarfNichtAusDerZukunftSein(DatiertAm, erfassung.Heute),
        new ZugehoerigesMussBestehen(fall, GehoertZu),
    ];

    internal override Besprechungsstand BeimErfassen => Herkunft == Dokumentherkunft.Klient ? Besprechungsstand.Besprochen : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Add(new Dokument
    {
        Id = DokumentId,
        Nr = eintrag.Nr,
        Art = Art,
        Titel = Titel,
        Herkunft = Herkunft,
        Von = Von,
        DatiertAm = DatiertAm,
        Betrifft = Betrifft,
        Sicht = Sicht,
        Datei = Datei,
        Medientyp = Medientyp,
        Groesse = Groesse,
        Sha256 = Sha256,
        Geprueft = Geprueft,
        GehoertZu = GehoertZu,
        AbgelegtAm = eintrag.WirksamAm,
        AbgelegtVon = eintrag.ErfasstVon,
    });
}
