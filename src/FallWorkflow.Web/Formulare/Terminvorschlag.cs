using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Web.Formulare;

/// <summary>Which appointment a contact most likely belongs to, so that the form begins with it; the person can choose another, or none.</summary>
internal static class Terminvorschlag
{
    /// <param name="bezug">Appointment from whose line the form was opened; null: today's, or else the last one that nobody has closed.</param>
    public static Termin? For(Formular formular, Fall fall, string? bezug, DateOnly heute)
    {
        if (formular.Art.Type != typeof(KontaktGehalten) && formular.Art.Type != typeof(KontaktAusgefallen) && formular.Art.Type != typeof(ErstgespraechGefuehrt))
            return null;
        return fall.Termine.Values.Where(t => t.IstOffen && t.Am <= heute && (bezug is null || t.Id == bezug)).MaxBy(t => t.Beginn);
    }

    public static void Fill(Formular formular, Eingaben eingaben, Termin termin, DateOnly heute)
    {
        eingaben["terminId"] = termin.Id;
        if (termin.Am <= heute)
            eingaben[Rahmenfelder.WirksamAm] = Formularwerte.Show(termin.Am);
        if (formular.Feld("form") is not null)
            eingaben["form"] = termin.Form.ToString();
    }
}
