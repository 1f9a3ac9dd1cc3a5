using System.Globalization;
using FallWorkflow.Domain.Regeln;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Service.Api;

/// <summary>The version of a Fall as ETag and If-Match.</summary>
internal static class Fallversion
{
    public static string ToETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller worked on; null if it does not say.</summary>
    /// <exception cref="InvalidInputException">The header is there but is no version of a Fall.</exception>
    public static long? FromIfMatch(HttpRequest request)
    {
        var text = request.Headers.IfMatch.ToString();
        if (text.Length == 0 || text == "*")
            return null;
        return EntityTagHeaderValue.TryParse(text, out var tag)
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : throw new InvalidInputException("If-Match", Texte.Of("IfMatch.Ungueltig"));
    }
}
