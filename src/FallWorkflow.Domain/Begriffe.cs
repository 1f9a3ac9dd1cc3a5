using System.Globalization;
using System.Resources;

namespace FallWorkflow.Domain;

/// <summary>German names of the enumerated values, from Begriffe.resx.</summary>
public static class Begriffe
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Domain.Begriffe", typeof(Begriffe).Assembly);

    public static string Of(Enum wert) => Of(wert.GetType(), wert.ToString());

    public static string Of(Type typ, string wert) => Resources.GetString($"{typ.Name}.{wert}", CultureInfo.InvariantCulture) ?? wert;
}
