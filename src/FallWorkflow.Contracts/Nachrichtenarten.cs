namespace FallWorkflow.Contracts;

/// <summary>
/// Wire names of the messages, carried in the AMQP property <c>type</c>. They are part of the agreement with the partners
/// and stay as they are, whatever the records are called one day.
/// </summary>
public static class Nachrichtenarten
{
    /// <summary>To the partner: <see cref="Contracts.ZuweisungErteilt"/>.</summary>
    public const string ZuweisungErteilt = "ZuweisungErteilt";

    /// <summary>To the partner: <see cref="Contracts.ZuweisungZurueckgezogen"/>.</summary>
    public const string ZuweisungZurueckgezogen = "ZuweisungZurueckgezogen";

    /// <summary>To the partner: <see cref="Contracts.RueckfrageBeantwortet"/>.</summary>
    public const string RueckfrageBeantwortet = "RueckfrageBeantwortet";

    /// <summary>To the partner: <see cref="Contracts.FallfuehrungUebertragen"/>.</summary>
    public const string FallfuehrungUebertragen = "FallfuehrungUebertragen";

    /// <summary>To the partner: <see cref="Contracts.FallfuehrungZurueckgenommen"/>.</summary>
    public const string FallfuehrungZurueckgenommen = "FallfuehrungZurueckgenommen";

    /// <summary>To the partner: <see cref="Contracts.NachrichtAbgewiesen"/>.</summary>
    public const string NachrichtAbgewiesen = "NachrichtAbgewiesen";

    /// <summary>From the partner: <see cref="Contracts.ZuweisungBeantwortet"/>.</summary>
    public const string ZuweisungBeantwortet = "ZuweisungBeantwortet";

    /// <summary>From the partner: <see cref="Contracts.ZuweisungBerichtet"/>.</summary>
    public const string ZuweisungBerichtet = "ZuweisungBerichtet";

    /// <summary>From the partner: <see cref="Contracts.FallfuehrungBerichtet"/>.</summary>
    public const string FallfuehrungBerichtet = "FallfuehrungBerichtet";
}
