using FallWorkflow.Application.Simulation;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

/// <summary>Writes simulated Fälle as they would stand had they really run here.</summary>
internal sealed class UebernahmeStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IUebernahme
{
    public Task ImportAsync(IEnumerable<InMemoryDatabase> quellen, IReadOnlyDictionary<int, int> nummern, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            foreach (var quelle in quellen)
            {
                Add(context, quelle);
                await context.SaveChangesAsync(cancellation);
                context.ChangeTracker.Clear();
            }

            context.AddRange(nummern.Select(n => new NummernkreisRow { Jahr = n.Key, Letzte = n.Value }));
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        });

    private static void Add(FallWorkflowDbContext context, InMemoryDatabase quelle)
    {
        foreach (var fall in quelle.Faelle.Values)
        {
            var row = AkteMapping.NewHeader(fall);
            AkteMapping.WriteHeader(fall, row);
            row.Version = fall.Version;
            row.Listenstand = Listenwerte.Stand;
            row.NaechsteFaelligkeit = Listenwerte.FaelligkeitOf(quelle.Aufgaben.Values.Where(a => a.FallId == fall.Id));
            context.Add(row);
            context.AddRange(Listenwerte.WoerterOf(row));
            context.AddRange(fall.Akte.Select(e => AkteMapping.ToRow(fall, e)));
            foreach (var zuweisung in fall.Zuweisungen.Values)
            {
                var zeile = AkteMapping.NewZuweisung(fall, zuweisung);
                AkteMapping.WriteZuweisung(zuweisung, zeile);
                context.Add(zeile);
            }

            foreach (var termin in fall.Termine.Values)
            {
                var zeile = TerminMapping.NewTermin(fall, termin);
                TerminMapping.WriteTermin(fall, termin, zeile);
                context.Add(zeile);
            }
        }

        foreach (var nachricht in quelle.Nachrichten)
            nachricht.GesendetAm = nachricht.ErstelltAm;
        foreach (var erinnerung in quelle.Erinnerungen)
            erinnerung.ZugestelltAt = erinnerung.FaelligAt;
        foreach (var aufgabe in quelle.Aufgaben.Values)
            context.AddInOrder(aufgabe);
        foreach (var ereignis in quelle.Verlauf)
            context.AddInOrder(ereignis);
        context.AddRange(quelle.Nachrichten);
        context.AddRange(quelle.Erinnerungen);
        context.AddRange(quelle.Zugriffe);
        context.AddRange(quelle.Engine.Instances);
        context.AddRange(quelle.Engine.Bookmarks);
        context.AddRange(quelle.Engine.Timers);
        context.AddRange(quelle.Engine.Journal);
    }
}
