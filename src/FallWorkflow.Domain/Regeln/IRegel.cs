namespace FallWorkflow.Domain.Regeln;

/// <summary>A rule of the field, named as a sentence. Its German text is the resource of the same name in Meldungen.resx.</summary>
public interface IRegel
{
    bool IsBroken { get; }

    /// <summary>Where the rule comes from, for example <c>R09</c>.</summary>
    string Quelle { get; }

    /// <summary>Values for the placeholders of the message.</summary>
    object[] Angaben => [];

    /// <summary>Field of the form that the user has to change; null if the rule concerns the whole Fall.</summary>
    string? Feld => null;

    /// <summary>Whether a reason may set the rule aside (R86).</summary>
    bool AbweichungMoeglich => false;
}
