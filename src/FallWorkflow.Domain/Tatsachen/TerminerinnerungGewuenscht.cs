using System.Net.Mail;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// The client wants to be reminded of appointments by mail and consents to it; holds for all appointments until it is taken back (R88).
/// Recorded again, it changes the address.
/// </summary>
[Tatsache("TerminerinnerungGewuenscht", Rollen = "Fallmanager", Anforderungen = "R88")]
public sealed record TerminerinnerungGewuenscht([NenntNamen] string EMail, bool KlientEinverstanden) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("eMail", EMail, Pruefung.Kurz)
        .When(EMail is { Length: > 0 and <= Pruefung.Kurz } && !string.IsNullOrWhiteSpace(EMail) && !IsAddress(EMail), "eMail", "EMailUngueltig")
        .When(!KlientEinverstanden, "klientEinverstanden", "ErinnerungOhneEinverstaendnis").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussAngenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.SetErinnerung(EMail, eintrag.WirksamAm);

    /// <summary>One bare address: no display name, list or line end that a mail header could be made of.</summary>
    private static bool IsAddress(string text) =>
        !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && MailAddress.TryCreate(text, out var adresse) && adresse.Address == text;
}
