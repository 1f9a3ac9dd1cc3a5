namespace FallWorkflow.Domain.Kalender;

/// <summary>Unit of a <see cref="Frist"/>.</summary>
public enum Fristeinheit
{
    /// <summary>Calendar days.</summary>
    Tage,

    /// <summary>Weeks; end on the same weekday (§ 188 Abs. 2 BGB).</summary>
    Wochen,

    /// <summary>Months; end on the day with the same number, or on the month's last (§ 188 Abs. 2, 3 BGB).</summary>
    Monate,

    /// <summary>Monday to Friday without the Feiertage of the Land.</summary>
    Werktage,
}
