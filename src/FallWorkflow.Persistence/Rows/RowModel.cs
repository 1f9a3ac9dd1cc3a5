using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FallWorkflow.Persistence.Rows;

/// <summary>The maps of all types, made when they are first asked for.</summary>
internal sealed class RowModel(FallWorkflowDbContext context, DatabaseDialect dialect)
{
    private readonly IModel _model = context.Model;
    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();
    private readonly ConcurrentDictionary<Type, RowMap> _maps = new();

    public DatabaseDialect Dialect => dialect;

    /// <summary>Rows with these values in these properties, made once per form.</summary>
    public RowQuery<T> Query<T>(params string[] equal)
        where T : class => Of<T>().Query(equal);

    public RowQuery<T> Query<T>((string Property, string Operator)[] conditions, params string[] orderBy)
        where T : class => Of<T>().Query(conditions, orderBy);

    public RowMap<T> Of<T>()
        where T : class => (RowMap<T>)_maps.GetOrAdd(typeof(T), _ => new RowMap<T>(_model.FindEntityType(typeof(T))!, _sql, dialect));
}
