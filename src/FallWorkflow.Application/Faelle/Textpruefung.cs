using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>Whether a first interview names a version of the office's texts that was in use on its day (R12).</summary>
internal static class Textpruefung
{
    /// <exception cref="InvalidInputException">It does not; the message names the versions that were.</exception>
    public static void Require(Fachkonzept konzept, Tatsache tatsache, DateOnly wirksamAm)
    {
        if (tatsache is not ErstgespraechGefuehrt { Textfassung: { Length: > 0 } fassung } || tatsache.Validate().Any())
            return;
        var gueltige = konzept.AufklaerungstexteOrDefault.Where(t => t.AppliesOn(wirksamAm)).Select(t => t.Fassung).ToList();
        if (!gueltige.Contains(fassung))
            throw new InvalidInputException("textfassung", Texte.Of("TextfassungUnbekannt", fassung, string.Join(", ", gueltige)));
    }
}
