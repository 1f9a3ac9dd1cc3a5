namespace FallWorkflow.Domain.Faelle;

/// <summary>A need for action in one area (R01).</summary>
public sealed record Handlungsbedarf(Bedarfsbereich Bereich, string Beschreibung);

/// <summary>An agenda point, done or skipped with a reason (R11).</summary>
public sealed record AgendaErgebnis(Agendapunkt Punkt, bool Erledigt, string? Uebersprungen = null);

/// <summary>One category of the assessment with problems and resources (R18, R19, R23).</summary>
/// <param name="KeineRessourceGenannt">Explicit "none named yet".</param>
/// <param name="GemeinsamAm">Derived together with the client on this day; asked for unless <paramref name="NochNichtGemeinsam"/>.</param>
/// <param name="Skala">Fixed scale 1 (schwer belastet) to 5 (stabil), R78; null if not rated.</param>
/// <param name="NochNichtGemeinsam">Said explicitly: not yet worked out together with the client (R23).</param>
/// <param name="Prioritaet">1 is the most urgent of the areas (R21); null if it has no rank.</param>
public sealed record Bereichsbild(
    Lebensbereich Bereich, string Probleme, string Ressourcen, bool KeineRessourceGenannt = false, DateOnly? GemeinsamAm = null, int? Skala = null,
    bool NochNichtGemeinsam = false, int? Prioritaet = null);

/// <summary>A rating of one life area on the fixed scale 1 to 5 (R78).</summary>
public sealed record Einschaetzung(Lebensbereich Bereich, int Skala);

/// <summary>A step of the plan with exactly one responsible side (R38).</summary>
/// <param name="Rechtsgrundlage">Norm of the list of legal bases; every mediated service names one (R46).</param>
/// <param name="Verbindlich">Null takes the default of the topic: addiction, mental illness and private life are non-binding (R40).</param>
public sealed record Planschritt(
    string Bezeichnung, Verantwortung Verantwortlich, Schrittthema Thema, bool? Verbindlich = null, string? ZielId = null, DateOnly? Bis = null,
    string? Rechtsgrundlage = null)
{
    public bool IstVerbindlich => Verbindlich
        ?? Thema is not (Schrittthema.Sucht or Schrittthema.PsychischeErkrankung or Schrittthema.Privatleben);
}

/// <summary>How far a goal has come when the plan is reviewed or the Fall is handed back.</summary>
public sealed record Zielstand(string ZielId, string Stand);
