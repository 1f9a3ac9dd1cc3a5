using FallWorkflow.Application.Faelle;

namespace FallWorkflow.Application.Termine;

/// <summary>An appointment's id is unique in its Fall only; this one is everywhere, and stays the same however often it is moved.</summary>
public static class Terminkennung
{
    public static Guid Of(Guid fallId, string terminId) => Kennung.Of("termin", fallId.ToString("N"), terminId);
}
