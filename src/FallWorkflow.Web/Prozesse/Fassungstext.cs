using FallWorkflow.Application.Prozessvergleich;

namespace FallWorkflow.Web.Prozesse;

/// <summary>A version as people name it.</summary>
internal static class Fassungstext
{
    public static string Of(Fassungsangabe fassung) => fassung.Nr is { } nr ? Seitentexte.T("Fassung.Stand", nr, Seitentexte.Zeit(fassung.Stand)) : Seitentexte.T(
        fassung.IstEntwurf ? "Fassung.Entwurf" : fassung.IstAktuell ? "Fassung.Aktuell" : "Fassung.Frueher", fassung.Version, Seitentexte.Zeit(fassung.Stand));

    /// <summary>As addresses name it.</summary>
    public static string Wert(Fassungsangabe fassung) =>
        fassung.Nr is { } nr ? $"stand:{nr}" : fassung.IstEntwurf ? "entwurf" : fassung.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
