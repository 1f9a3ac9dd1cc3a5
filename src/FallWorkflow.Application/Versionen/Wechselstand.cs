namespace FallWorkflow.Application.Versionen;

/// <summary>How far a Fall is in a Versionswechsel.</summary>
public enum Wechselstand
{
    Offen,

    /// <summary>At least one of its processes has moved.</summary>
    Umgezogen,

    /// <summary>None could; the obstacles say why.</summary>
    Geblieben,

    /// <summary>Something unexpected kept it; the hint says what. Nothing was changed.</summary>
    Fehlgeschlagen,

    /// <summary>Somebody stopped the move before its turn, and then had it taken back.</summary>
    Ausgelassen,

    /// <summary>The undo is ordered.</summary>
    RuecknahmeOffen,

    Zurueckgenommen,

    /// <summary>The undo was refused, because something has happened since or cannot be taken back; the hint says which.</summary>
    NichtZurueck,
}
