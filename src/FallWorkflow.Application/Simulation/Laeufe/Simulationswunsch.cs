using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>What a process designer wants to have simulated.</summary>
/// <param name="Szenario">Name of a shipped scenario; null: a course of one's own, in which everything is done by default.</param>
/// <param name="Rest">Whether what a shipped scenario leaves open is done by default; without it that stays undone, as the scenario says.</param>
/// <param name="Land">Null: that of the scenario, else Berlin.</param>
/// <param name="Von">Day of the (first) handover; null: that of the scenario, else today.</param>
/// <param name="Monate">1–60; null: as many as the scenario has, else 24.</param>
/// <param name="Faelle">1–10,000.</param>
/// <param name="Seed">Beginning of the chance; null: that of the scenario.</param>
/// <param name="Verhalten">How reliable people are; null: as the scenario says.</param>
/// <param name="Ereignisse">What happens besides; null: as the scenario says.</param>
/// <param name="Schluessel">Running Fälle per Fallmanager, 1–500; null: the default concept's (R84).</param>
/// <param name="Minuten">Minutes of work by kind of task, 0–480, where they differ from the assumed ones; <c>*</c>: all others.</param>
public sealed record Simulationswunsch(
    int Faelle, string? Szenario = null, bool Rest = false, Land? Land = null, DateOnly? Von = null, int? Monate = null, int? Seed = null,
    Verhalten? Verhalten = null, IReadOnlyList<Zufallsereignis>? Ereignisse = null, int? Schluessel = null,
    IReadOnlyDictionary<string, int>? Minuten = null, Simulationsfassung Fassung = Simulationsfassung.Beide)
{
    public const int MaxFaelle = 10_000;

    public const int MaxMonate = 60;

    public const int MaxSchluessel = 500;

    /// <summary>Most events that one course may have.</summary>
    public const int MaxEreignisse = 20;

    /// <summary>Running Fälle per Fallmanager that the default concept names.</summary>
    public static int Standardschluessel => Fachkonzept.Standard.BetreuungsschluesselOrDefault.Richtwert;

    private static readonly (DateOnly Von, DateOnly Bis) Beginn = (new(2000, 1, 1), new(2099, 12, 31));

    /// <exception cref="InvalidInputException">Something is out of range; every field is named.</exception>
    public Simulationsauftrag ToAuftrag(IReadOnlyList<(string Id, Szenario Szenario)> szenarien, DateOnly heute)
    {
        List<Eingabefehler> fehler = [];
        Range("faelle", Faelle, 1, MaxFaelle);
        Range("monate", Monate, 1, MaxMonate);
        Range("schluessel", Schluessel, 1, MaxSchluessel);
        if (Von < Beginn.Von || Von > Beginn.Bis)
            fehler.Add(new("von", Texte.Of("SimulationBeginn", Beginn.Von, Beginn.Bis)));
        if (Land is { } land && !Enum.IsDefined(land))
            fehler.Add(new("land", Texte.Of("SimulationLand")));
        if (!Enum.IsDefined(Fassung))
            fehler.Add(new("fassung", Texte.Of("SimulationFassung")));
        foreach (var (art, minuten) in Minuten ?? new Dictionary<string, int>())
            Range($"minuten.{art}", minuten, 0, Simulationsauftrag.MaxMinuten);
        if (Ereignisse?.Count > MaxEreignisse)
            fehler.Add(new("ereignisse", Texte.Of("SimulationZuVieleEreignisse", MaxEreignisse)));
        var szenario = string.IsNullOrEmpty(Szenario) ? Own(heute) : szenarien.FirstOrDefault(s => s.Id == Szenario).Szenario;
        if (szenario is null)
            fehler.Add(new("szenario", Texte.Of("SimulationSzenarioUnbekannt", Szenario, string.Join(", ", szenarien.Select(s => s.Id)))));
        szenario ??= Own(heute);
        var gewollt = (Von is { } von && fehler.Count == 0 ? szenario.From(von) : szenario).Change(Land, Monate is < 1 ? null : Monate, Seed) with
        {
            Standard = Rest ? Simulation.Szenario.Erledigt : szenario.Standard,
            Verhalten = Verhalten ?? szenario.Verhalten,
            Ereignisse = Ereignisse ?? szenario.Ereignisse,
        };
        try
        {
            gewollt.RequireValid();
        }
        catch (InvalidInputException e)
        {
            fehler.AddRange(e.Fehler.Where(f => fehler.TrueForAll(bisher => bisher.Feld != f.Feld)));
        }

        return fehler.Count == 0 ? new(gewollt, Faelle, Schluessel ?? Standardschluessel, Minuten) : throw new InvalidInputException(fehler);

        void Range(string feld, int? wert, int von, int bis)
        {
            if (wert < von || wert > bis)
                fehler.Add(new(feld, Texte.Of("SimulationBereich", von, bis)));
        }
    }

    private static Szenario Own(DateOnly heute) => new()
    {
        Name = Texte.Of("SimulationEigenes"),
        Land = Domain.Kalender.Land.BE,
        Von = heute,
        Standard = Simulation.Szenario.Erledigt,
        Schritte = [],
    };
}
