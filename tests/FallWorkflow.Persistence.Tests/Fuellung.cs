using System.Collections;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Persistence.Tests;

/// <summary>Makes an example of every kind of fact in which no value is a default, so that a lost property shows.</summary>
internal static class Fuellung
{
    public static IEnumerable<Tatsache> EveryTatsache() => TatsachenKatalog.Alle.OrderBy(a => a.Name).Select(a => (Tatsache)Of(a.Type, a.Name));

    private static object Of(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"{name} – Ärger mit „ß“ & <Größe>\r\n2";
        if (type == typeof(bool))
            return true;
        if (type == typeof(Guid))
            return new Guid("00000000-0000-0000-0000-000000000007");
        if (type == typeof(int))
            return 4;
        if (type == typeof(DateOnly))
            return new DateOnly(2028, 2, 29);
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var element = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(Of(element, name));
            list.Add(Of(element, name + "2"));
            return list;
        }

        var constructor = type.GetConstructors().Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
    }
}
