using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Zugriff;
using Microsoft.AspNetCore.DataProtection;

namespace FallWorkflow.Web.Faelle;

/// <summary>
/// Places in lists as texts for addresses: encrypted, since they may name a person, and good for one person and one filter only. Whoever
/// changes one, or brings one of another list, is told to begin again.
/// </summary>
internal sealed class Fortsetzungen(IDataProtectionProvider schutz)
{
    /// <summary>Another number makes all that were handed out useless.</summary>
    private const string Zweck = "FallWorkflow.Fallliste.1";

    public string? Of(Listenstelle? stelle, Fallfilter filter, Akteur akteur) =>
        stelle is null ? null : Schutz(akteur).Protect(JsonSerializer.Serialize(new Inhalt(stelle, PrintOf(filter))));

    /// <returns>Null if it is not one of this list and person.</returns>
    public Listenstelle? Read(string fortsetzung, Fallfilter filter, Akteur akteur)
    {
        try
        {
            return JsonSerializer.Deserialize<Inhalt>(Schutz(akteur).Unprotect(fortsetzung)) is { } inhalt && inhalt.Filter == PrintOf(filter) ? inhalt.Stelle : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Schutz(Akteur akteur) => schutz.CreateProtector(Zweck, akteur.Id);

    /// <summary>Conditions and order; how many rows are wanted may change on the way.</summary>
    private static string PrintOf(Fallfilter filter) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(filter with { Ab = null, Groesse = 0 }))).AsSpan(0, 8));

    private sealed record Inhalt(Listenstelle Stelle, string Filter);
}
