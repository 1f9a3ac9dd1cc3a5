using System.Linq.Expressions;
using System.Reflection;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FallWorkflow.Persistence.Stores;

/// <summary>
/// Reads every table that belongs to a Fall. Which ones do follows from the model itself (a column of the Fall, or of a process
/// of the Fall), so that a table added later cannot be forgotten.
/// </summary>
internal sealed class FallauskunftStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IFallauskunft
{
    private const string FallId = "FallId";
    private const string InstanceId = "InstanceId";
    private const string CorrelationId = "CorrelationId";

    private static readonly MethodInfo Rows = typeof(FallauskunftStore).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>In this order, the first of them that a table has says when a row was made.</summary>
    private static readonly string[] Folge = ["Nr", "At", "ErstelltAm", "CreatedAt", "DueAt", "FaelligAt"];

    public Task<IReadOnlyDictionary<string, IReadOnlyList<Datensatz>>> ReadAsync(Guid fallId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyDictionary<string, IReadOnlyList<Datensatz>>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var tabellen = new SortedDictionary<string, IReadOnlyList<Datensatz>>(StringComparer.Ordinal);
            foreach (var typ in TablesOf(context.Model))
            {
                tabellen[typ.GetTableName()!] = await (Task<IReadOnlyList<Datensatz>>)Rows.MakeGenericMethod(typ.ClrType)
                    .Invoke(null, [context, typ, fallId, cancellation])!;
            }

            return tabellen;
        });

    /// <summary>The Fall itself, what names it, and what belongs to one of its processes.</summary>
    internal static IEnumerable<IEntityType> TablesOf(IModel model) => model.GetEntityTypes().Where(t =>
        t.GetTableName() == Faelle(model) || new[] { FallId, InstanceId, CorrelationId }.Any(name => t.FindProperty(name) is not null));

    private static string Faelle(IModel model) => model.FindEntityType(typeof(Model.FallRow))!.GetTableName()!;

    private static async Task<IReadOnlyList<Datensatz>> RowsAsync<T>(
        FallWorkflowDbContext context, IEntityType typ, Guid fallId, CancellationToken cancellation)
        where T : class
    {
        // Files are handed out as files.
        var spalten = typ.GetProperties().Where(p => !p.IsShadowProperty() && p.ClrType != typeof(byte[])).ToList();
        var rows = await Of<T>(context, typ, fallId).AsNoTracking().Select(ValuesOf<T>(spalten)).ToListAsync(cancellation);
        var folge = Folge.FirstOrDefault(name => spalten.Exists(p => p.Name == name));
        var saetze = rows.Select(row => new Datensatz(spalten.Select((p, i) => KeyValuePair.Create(p.Name, (object?)row[i])).ToDictionary()));
        return [.. folge is null ? saetze : saetze.OrderBy(s => s.Felder[folge])];
    }

    private static Expression<Func<T, object[]>> ValuesOf<T>(IEnumerable<IProperty> spalten)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object[]>>(
            Expression.NewArrayInit(typeof(object), spalten.Select(p => Expression.Convert(Expression.Property(row, p.PropertyInfo!), typeof(object)))), row);
    }

    internal static IQueryable<T> Of<T>(FallWorkflowDbContext context, IEntityType typ, Guid fallId)
        where T : class
    {
        // As Fall.Korrelation.
        var korrelation = fallId.ToString("N");
        if (typ.FindProperty(FallId) is { } fremd)
        {
            return fremd.ClrType == typeof(Guid)
                ? context.Set<T>().Where(e => EF.Property<Guid>(e, FallId) == fallId)
                : context.Set<T>().Where(e => EF.Property<Guid?>(e, FallId) == fallId);
        }

        if (typ.FindProperty(InstanceId) is not null)
        {
            var instanzen = context.Set<WorkflowInstance>().Where(i => i.CorrelationId == korrelation).Select(i => i.Id);
            return context.Set<T>().Where(e => instanzen.Contains(EF.Property<string>(e, InstanceId)));
        }

        return typ.FindProperty(CorrelationId) is not null
            ? context.Set<T>().Where(e => EF.Property<string>(e, CorrelationId) == korrelation)
            : context.Set<T>().Where(e => EF.Property<Guid>(e, "Id") == fallId);
    }
}
