using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Web.Formulare;

/// <summary>What a form may offer for choice: the Fall's goals, referrals and pauses, partners and people.</summary>
/// <param name="Fall">Null for a handover, and while the database is away.</param>
/// <param name="NeueKennung">Makes the id of a new goal, referral or pause.</param>
/// <param name="Netzwerk">The office's network, for forms about it.</param>
internal sealed record Formularkontext(
    Akteur Akteur,
    Fall? Fall,
    IReadOnlyList<Traeger> Traeger,
    IReadOnlyList<Benutzer> Fallmanager,
    IReadOnlyList<string> Zielgruppen,
    Func<string> NeueKennung,
    Netzwerkstand? Netzwerk = null)
{
    /// <summary>The office's concept: its texts (R12) and plan templates (R45).</summary>
    public Fachkonzept Konzept { get; init; } = Fachkonzept.Standard;

    /// <summary>Entry that the form corrects.</summary>
    public Guid? Berichtigt { get; init; }

    /// <summary>The fields only show what was recorded, so every value must have its text, not only those that can be chosen now.</summary>
    public bool ZumLesen { get; init; }

    /// <summary>Enough to show again what was typed when nothing can be loaded.</summary>
    public static Formularkontext Leer(Akteur akteur) => new(akteur, null, [], [], [], () => "");
}
