using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>Adds one task to the burst's unit of work and completes; the engine alone under load needs no Fall for it.</summary>
internal sealed class AufgabeAnlegen : IActivity
{
    public const string Art = "Benchmark.AufgabeAnlegen";

    private static readonly Guid Fall = Guid.Parse("00000000-0000-7000-8000-000000000001");

    public ActivityDescriptor Descriptor { get; } = new(Art, "Aufgabe anlegen", "Benchmark", "", [], [ActivityDescriptor.Done]);

    public ValueTask ExecuteAsync(IActivityContext context)
    {
        ((IUnitOfWork)context.Burst.Host!).Add(new Aufgabe
        {
            Id = Guid.CreateVersion7(context.Now),
            FallId = Fall,
            BueroId = "nord",
            Art = "Kontakt",
            Titel = "Kontakt halten",
            Rolle = "Fallmanager",
            ZustaendigId = "weber",
            ErstelltAm = context.Now,
            ErledigtDurch = ["KontaktGehalten"],
            Ergebnisse = [],
            InstanceId = context.Instance.Id,
            ExecutionId = context.ExecutionId,
        });
        return context.CompleteAsync();
    }
}
