namespace FallWorkflow.Application.Auswertungen;

/// <summary>Contacts held within the agreed rhythm.</summary>
/// <param name="Eingehalten">Contacts held on or before the last day of their window.</param>
/// <param name="Versaeumt">Windows that passed without a contact.</param>
/// <param name="EingehaltenIndividuell">Of the first, those under a rhythm agreed with the client (R49).</param>
/// <param name="VersaeumtIndividuell">Of the second, likewise.</param>
public sealed record Kontakttreue(int Eingehalten, int Versaeumt, int EingehaltenIndividuell, int VersaeumtIndividuell)
{
    /// <summary>0 to 1; null if no window ended.</summary>
    public double? Anteil => Eingehalten + Versaeumt == 0 ? null : (double)Eingehalten / (Eingehalten + Versaeumt);

    public static Kontakttreue operator +(Kontakttreue a, Kontakttreue b) => new(
        a.Eingehalten + b.Eingehalten, a.Versaeumt + b.Versaeumt,
        a.EingehaltenIndividuell + b.EingehaltenIndividuell, a.VersaeumtIndividuell + b.VersaeumtIndividuell);
}
