namespace FallWorkflow.Domain.Faelle;

public static class FallstatusExtensions
{
    /// <summary>Whether nothing goes on any more; what is stored waits for its deletion (R90).</summary>
    public static bool IsEnded(this Fallstatus status) => status is Fallstatus.Beendet or Fallstatus.NichtAufgenommen or Fallstatus.VorkontaktBeendet;
}
