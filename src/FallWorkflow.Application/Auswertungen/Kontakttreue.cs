namespace FallWorkflow.Application.Auswertungen;

/// <summary>Contacts held within the agreed rhythm.</summary>
/// <param name="Faelle">Fälle with a window that ended.</param>
/// <param name="Eingehalten">Contacts held on or before the last day of their window.</param>
/// <param name="Versaeumt">Windows that passed without a contact.</param>
/// <param name="EingehaltenIndividuell">Of the first, those under a rhythm agreed with the client (R49).</param>
/// <param name="VersaeumtIndividuell">Of the second, likewise.</param>
/// <param name="FaelleIndividuell">Fälle with such a window.</param>
public sealed record Kontakttreue(int Faelle, int Eingehalten, int Versaeumt, int FaelleIndividuell, int EingehaltenIndividuell, int VersaeumtIndividuell)
{
    /// <summary>0 to 1; null if no window ended.</summary>
    public double? Anteil => ShareOf(Eingehalten, Versaeumt);

    /// <summary>The same under individually agreed rhythms.</summary>
    public double? AnteilIndividuell => ShareOf(EingehaltenIndividuell, VersaeumtIndividuell);

    public static Kontakttreue Keine { get; } = new(0, 0, 0, 0, 0, 0);

    public static Kontakttreue operator +(Kontakttreue a, Kontakttreue b) => new(
        a.Faelle + b.Faelle, a.Eingehalten + b.Eingehalten, a.Versaeumt + b.Versaeumt,
        a.FaelleIndividuell + b.FaelleIndividuell, a.EingehaltenIndividuell + b.EingehaltenIndividuell, a.VersaeumtIndividuell + b.VersaeumtIndividuell);

    private static double? ShareOf(int eingehalten, int versaeumt) => eingehalten + versaeumt == 0 ? null : (double)eingehalten / (eingehalten + versaeumt);
}
