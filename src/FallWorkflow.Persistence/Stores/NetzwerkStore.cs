using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class NetzwerkStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : INetzwerke
{
    public Task<IReadOnlyList<Netzwerkeintrag>> ReadAsync(string bueroId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Netzwerkeintrag>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var rows = await context.Set<NetzwerkRow>().AsNoTracking().Where(n => n.BueroId == bueroId).OrderBy(n => n.Nr).ToListAsync(cancellation);
            return [.. rows.Select(r => r.ToEintrag())];
        });

    public Task<bool> AppendAsync(string bueroId, Netzwerkeintrag eintrag, Eingangsschluessel? eingang, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.TryEnterAsync(eingang, cancellation))
            return false;
        context.Add(NetzwerkRow.From(bueroId, eintrag));
        await context.SaveChangesAsync(cancellation);
        return true;
    });
}
