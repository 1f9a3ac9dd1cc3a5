using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>Somebody who takes part in a case conference (R63).</summary>
public sealed record Teilnehmende(Teilnehmerart Art, [DatenDritter(Wenn = "Art=Angehoerige|Sonstige"), NenntNamen] string Name);

/// <summary>A decision of a case conference with its one owner and its day (R63).</summary>
/// <param name="Zustaendig">On whose side the owner is; the team lead's decisions become tasks of the team lead, all others of the Fallmanager.</param>
/// <param name="Verantwortlich">Who it is.</param>
public sealed record Beschluss(
    string Was, Teilnehmerart Zustaendig, [DatenDritter(Wenn = "Zustaendig=Angehoerige|Sonstige"), NenntNamen] string Verantwortlich, DateOnly Bis);

/// <summary>A service in a chain, and what is handed over from it to the next (R62).</summary>
/// <param name="Schnittstelle">What goes over to the next service, and how; not asked of the last one.</param>
public sealed record Kettenglied(string ZuweisungId, string? Schnittstelle = null);

/// <summary>Help that is needed and not available: kind, area, since when (R44).</summary>
/// <param name="Gebiet">Where it is missing, for example a part of the town.</param>
public sealed record FehlendesAngebot(Angebotsart Art, [NenntNamen] string Gebiet, DateOnly Seit, string? Beschreibung = null);
