using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Studio;

/// <summary>Reasons that people give for what they do to processes.</summary>
internal static class Gruende
{
    /// <summary>Longest reason in characters.</summary>
    public const int Max = 2_000;

    /// <param name="feld">Field that the message is about.</param>
    /// <exception cref="InvalidInputException">There is none, or it is too long.</exception>
    public static string Require(string? grund, string feld = "generalErrors") =>
        Check(grund, feld) ?? throw new InvalidInputException(feld, Texte.Of("Studio.GrundFehlt"));

    /// <returns>Null if there is none.</returns>
    /// <exception cref="InvalidInputException">It is too long.</exception>
    public static string? Check(string? grund, string feld = "generalErrors") => grund?.Trim() switch
    {
        null or "" => null,
        { Length: > Max } => throw new InvalidInputException(feld, Texte.Of("Studio.GrundZuLang", Max)),
        var warum => warum,
    };
}
