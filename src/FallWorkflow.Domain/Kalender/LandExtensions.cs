namespace FallWorkflow.Domain.Kalender;

/// <summary>German names of the Länder, for people.</summary>
public static class LandExtensions
{
    /// <summary>For example <c>Sachsen-Anhalt</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the sixteen Länder.</exception>
    public static string Name(this Land land)
    {
        if (!Enum.IsDefined(land))
            throw new ArgumentOutOfRangeException(nameof(land), land, "Not one of the sixteen Länder.");

        return KalenderTexte.Get($"Land_{land}");
    }
}
