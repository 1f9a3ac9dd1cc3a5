using System.Text.RegularExpressions;

namespace FallWorkflow.Service.Prozesse;

/// <summary>Which ids a process may have: those that can stand in an address and mean nothing else there.</summary>
internal static partial class Prozesskennung
{
    /// <summary>Pages below <c>/prozesse</c>, and what an address takes for a folder.</summary>
    private static readonly HashSet<string> Vergeben = new(StringComparer.OrdinalIgnoreCase) { "laeufe", "angemeldet", ".", ".." };

    public static bool IsAllowed(string id) => Form().IsMatch(id) && !Vergeben.Contains(id);

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,100}\z")]
    private static partial Regex Form();
}
