namespace FallWorkflow.Persistence.Model;

/// <summary>
/// Header of a Fall, derived from its Akte on every save so that lists need not fold it. The Akte is the truth.
/// </summary>
internal sealed class FallRow
{
    public required Guid Id { get; init; }

    public required string Nummer { get; init; }

    public required string BueroId { get; init; }

    /// <summary>Correlation id of the Fall's process instances, to join with them.</summary>
    public required string Korrelation { get; init; }

    public string? PersonName { get; set; }

    /// <summary>Number and name in lower case. Nothing reads it any more; it goes when the schema is contracted.</summary>
    public string Suchtext { get; set; } = "";

    /// <summary>Last name and first name as they are sorted; see <see cref="UnitsOfWork.Listenwerte"/>. Compared byte by byte.</summary>
    public string Namensfolge { get; set; } = "";

    /// <summary>Earliest last day of the open tasks; <see cref="UnitsOfWork.Listenwerte.OhneFaelligkeit"/> without one, so that every database sorts it last.</summary>
    public DateOnly NaechsteFaelligkeit { get; set; }

    /// <summary>A bit for every Bedarfsbereich of the Handlungsbedarfe.</summary>
    public int Bedarfe { get; set; }

    /// <summary>By which rules words, sort keys and bits were derived; lower than <see cref="UnitsOfWork.Listenwerte.Stand"/> until that has been done again.</summary>
    public int Listenstand { get; set; }

    public string? FallmanagerId { get; set; }

    public string? IntegrationsfachkraftId { get; set; }

    public Domain.Faelle.Phase Phase { get; set; }

    public Domain.Faelle.Fallstatus Status { get; set; }

    public DateOnly? UebergebenAm { get; set; }

    public DateOnly? ErstmalsAufgenommenAm { get; set; }

    public DateOnly? AufgenommenAm { get; set; }

    public DateOnly? LetzterKontaktAm { get; set; }

    public DateOnly? RueckgabeAm { get; set; }

    public DateOnly? AbgeschlossenAm { get; set; }

    public DateOnly? BeendetAm { get; set; }

    /// <summary>Null while the criteria of access have not been checked.</summary>
    public bool? ZugangErfuellt { get; set; }

    public string? ZugangRegel { get; set; }

    public int? ZugangKonzeptVersion { get; set; }

    /// <summary>Grows with every commit that adds entries; what people see as the version of the Fall.</summary>
    public long Version { get; set; }

    /// <summary>
    /// Concurrency token. Grows with every commit that changes anything belonging to the Fall, entries or not. Without it
    /// a process could begin to wait for an event while another transaction is publishing that event, and miss it.
    /// </summary>
    public long Takt { get; set; }
}
