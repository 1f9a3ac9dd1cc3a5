using FallWorkflow.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FallWorkflow.Service.Gesundheit;

/// <summary>Whether the database answers and has exactly the schema of this program.</summary>
internal sealed class Datenbankpruefung(DatabaseMigrator migrator) : IHealthCheck
{
    public const string Name = "datenbank";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await migrator.EnsureSchemaIsCurrentAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SchemaMismatchException e)
        {
            return HealthCheckResult.Unhealthy(Texte.Of("Gesundheit.Schema"), e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(Texte.Of("Gesundheit.Datenbank"), e);
        }
    }
}
