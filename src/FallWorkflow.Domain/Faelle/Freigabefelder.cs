namespace FallWorkflow.Domain.Faelle;

/// <summary>Fields that a client may release for a referral (R57).</summary>
public static class Freigabefelder
{
    public const string Name = "Name";
    public const string Telefon = "Telefon";
    public const string Anschrift = "Anschrift";
    public const string Geburtsdatum = "Geburtsdatum";
    public const string Anliegen = "Anliegen";

    public static IReadOnlyList<string> Alle { get; } = [Name, Telefon, Anschrift, Geburtsdatum, Anliegen];
}
