namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>The versions of an office's concept.</summary>
public static class Konzeptfolge
{
    /// <summary>The newest that has begun on a day, else the product's default.</summary>
    public static Fachkonzept InForce(this IEnumerable<Fachkonzept> konzepte, DateOnly tag) =>
        konzepte.Where(k => k.GueltigAb <= tag).OrderByDescending(k => k.GueltigAb).ThenByDescending(k => k.Version).FirstOrDefault() ?? Fachkonzept.Standard;
}
