using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>From the appointments of a Fall to their rows.</summary>
internal static class TerminMapping
{
    public static TerminRow NewTermin(Fall fall, Termin termin) => new() { Id = Terminkennung.Of(fall.Id, termin.Id), FallId = fall.Id, TerminId = termin.Id };

    public static void WriteTermin(Fall fall, Termin termin, TerminRow row)
    {
        row.Beginn = termin.Beginn;
        row.Ende = termin.Ende;
        row.Form = termin.Form;
        row.Zweck = termin.Zweck;
        row.Ort = termin.Ort;
        row.Stand = termin.Stand;
        row.VereinbartAm = termin.VereinbartAm;
        row.Verschoben = termin.Verschoben;
        row.MitErinnerung = fall.ErinnerungAn is not null;
    }
}
