using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.Stores;

/// <summary>Adds an inbox entry to what a store is about to write.</summary>
internal static class Eingangseintrag
{
    /// <summary>False if the key is there already. Null keys are no keys.</summary>
    public static async Task<bool> TryEnterAsync(this FallWorkflowDbContext context, Eingangsschluessel? eingang, CancellationToken cancellation)
    {
        if (eingang is null)
            return true;
        if (await context.FindAsync<EingangRow>([eingang.Schluessel], cancellation) is not null)
            return false;
        context.Add(new EingangRow { Schluessel = eingang.Schluessel, At = eingang.At });
        return true;
    }
}
