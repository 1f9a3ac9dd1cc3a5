using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// The Fall ran elsewhere before and is taken over. Stands for what lies behind it without its content being known: the first
/// interview and, from <see cref="Phase.Planung"/> on, the assessment. What is known has facts of its own.
/// </summary>
/// <param name="Quelle">Where it ran, for example the name of the old system.</param>
/// <param name="Schluessel">Its number there; unique per office and source.</param>
/// <param name="Phase">Where it stood there.</param>
/// <param name="ErstgespraechAm">Day of the first interview; null if not known, or not held yet (<see cref="Phase.Einstieg"/>).</param>
/// <param name="Integrationsfachkraft">Id of the person who handed over, for a return; null if not known.</param>
[Tatsache("AusAltverfahrenUebernommen", Rollen = "Teamleitung", Anforderungen = "R11,R24,R25", EigeneAdresse = true)]
public sealed record AusAltverfahrenUebernommen(
    string Quelle, string Schluessel, Phase Phase, DateOnly? ErstgespraechAm = null, string? Integrationsfachkraft = null, string? Bemerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("quelle", Quelle, Pruefung.Kurz).Text("schluessel", Schluessel, Pruefung.Kurz).Enum("phase", Phase)
        .Optional("integrationsfachkraft", Integrationsfachkraft, Pruefung.Kurz).Optional("bemerkung", Bemerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeMussAngenommenSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Altverfahren = new(Quelle, Schluessel, eintrag.ErfasstAm);
        fall.ErstgespraechGefuehrt |= ErstgespraechAm is not null || Phase > Phase.Einstieg;
        if (ErstgespraechAm is { } am && !(fall.LetzterKontaktAm > am))
            fall.LetzterKontaktAm = am;

        // Whoever uploads the file is not who handed over.
        fall.IntegrationsfachkraftId = Integrationsfachkraft;
    }
}
