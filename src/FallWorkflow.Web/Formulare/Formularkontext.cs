using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
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
    /// <summary>Enough to show again what was typed when nothing can be loaded.</summary>
    public static Formularkontext Leer(Akteur akteur) => new(akteur, null, [], [], [], () => "");
}
