using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace FallWorkflow.Persistence.Rows;

/// <summary>One column of a table, as EF's model describes it: its name, its form in the database and its place in the object.</summary>
internal sealed class RowColumn
{
    private readonly RelationalTypeMapping _mapping;
    private readonly Func<object, object?>? _get;
    private readonly ValueComparer _comparer;
    private readonly Type _element;

    public RowColumn(IProperty property, string quoted)
    {
        _mapping = property.GetRelationalTypeMapping();
        _comparer = property.GetValueComparer();
        Property = property;
        Quoted = quoted;
        _get = property.PropertyInfo is { } info ? Getter(info) : null;
        var stored = _mapping.Converter?.ProviderClrType ?? _mapping.ClrType;
        _element = stored.IsValueType && property.IsNullable && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
        IsToken = property.IsConcurrencyToken;
        IsKey = property.IsPrimaryKey();
        MayChange = !IsKey && property.PropertyInfo?.SetMethod is { } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
    }

    public IProperty Property { get; }

    /// <summary>Name in the quotes of the database.</summary>
    public string Quoted { get; }

    public bool IsToken { get; }

    public bool IsKey { get; }

    /// <summary>What can be set only while the object is made need not be compared.</summary>
    public bool MayChange { get; }

    /// <summary>The order of rows is kept beside the object, not in it.</summary>
    public bool IsShadow => _get is null;

    public object? Get(object entity) => _get!(entity);

    /// <summary>A copy of the value to compare with later.</summary>
    public object? Snapshot(object entity) => _comparer.Snapshot(Get(entity));

    public bool Equal(object? left, object? right) => _comparer.Equals(left, right);

    /// <summary>From the form in the object to the form that the driver takes.</summary>
    public object ToProvider(object? value) =>
        (value is null || _mapping.Converter is null ? value : _mapping.Converter.ConvertToProvider(value)) ?? DBNull.Value;

    /// <summary>A parameter without a value, to be kept with its prepared command.</summary>
    public DbParameter CreateParameter(DbCommand command, string name) => _mapping.CreateParameter(command, name, null, nullable: true);

    /// <summary>One column of several rows, as the driver takes it.</summary>
    public Array ToArray(int count, Func<int, object> value)
    {
        var array = Array.CreateInstance(_element, count);
        for (var i = 0; i < count; i++)
        {
            if (value(i) is not DBNull and var one)
                array.SetValue(one, i);
        }

        return array;
    }

    /// <summary>Reads the column as EF would: by the driver's own method for its type, then through the converter.</summary>
    public Expression Read(ParameterExpression reader, int ordinal)
    {
        var method = _mapping.GetDataReaderMethod();
        Expression source = method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) ? reader : Expression.Convert(reader, method.DeclaringType);
        var value = _mapping.CustomizeDataReaderExpression(Expression.Call(source, method, Expression.Constant(ordinal)));
        if (_mapping.Converter is { } converter)
        {
            var lambda = converter.ConvertFromProviderExpression;
            var stored = lambda.Parameters[0];
            value = ReplacingExpressionVisitor.Replace(stored, value.Type == stored.Type ? value : Expression.Convert(value, stored.Type), lambda.Body);
        }

        var type = Property.ClrType;
        if (value.Type != type)
            value = Expression.Convert(value, type);
        return Property.IsNullable
            ? Expression.Condition(
                Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, Expression.Constant(ordinal)), Expression.Default(type), value)
            : value;
    }

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var entity = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(entity, property.DeclaringType!), property), typeof(object)), entity).Compile();
    }
}
