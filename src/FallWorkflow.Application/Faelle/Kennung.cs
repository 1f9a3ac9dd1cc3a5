using System.Security.Cryptography;
using System.Text;

namespace FallWorkflow.Application.Faelle;

/// <summary>Ids that follow from what they stand for, so that repeating an effect finds its first trace.</summary>
public static class Kennung
{
    public static Guid Of(params string[] teile)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', teile)));
        return new Guid(hash.AsSpan(0, 16));
    }
}
