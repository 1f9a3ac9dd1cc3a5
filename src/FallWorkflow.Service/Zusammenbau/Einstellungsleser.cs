using System.Globalization;
using FallWorkflow.Service.Zeitgeber;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>Reads settings and collects what is wrong with them, so that the operator hears of everything at once.</summary>
internal sealed class Einstellungsleser(IConfiguration konfiguration)
{
    private readonly List<string> _fehler = [];

    public string? Text(string name) => string.IsNullOrWhiteSpace(konfiguration[name]) ? null : konfiguration[name]!.Trim();

    public string Missing(string name) => Wrong(name, Texte.Of("Einstellung.Fehlt"), "");

    public string OneOf(string name, string sonst, params string[] erlaubt) => Text(name) is not { } text
        ? sonst
        : erlaubt.FirstOrDefault(e => e.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? Wrong(name, Texte.Of("Einstellung.Auswahl", text, string.Join(", ", erlaubt)), sonst);

    public IReadOnlySet<string> List(string name, string sonst, params string[] erlaubt)
    {
        var werte = (Text(name) ?? sonst).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(w => w.ToLowerInvariant()).ToHashSet();
        if (werte.Count == 0 || werte.Except(erlaubt).Any())
            Wrong(name, Texte.Of("Einstellung.Auswahl", Text(name) ?? "", string.Join(", ", erlaubt)), "");
        return werte;
    }

    public bool Flag(string name, bool sonst) => Text(name) is not { } text
        ? sonst
        : bool.TryParse(text, out var wert) ? wert : Wrong(name, Texte.Of("Einstellung.Auswahl", text, "true, false"), sonst);

    public int Number(string name, int sonst, int min, int max) => Text(name) is not { } text
        ? sonst
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wert) && wert >= min && wert <= max
            ? wert
            : Wrong(name, Texte.Of("Einstellung.Zahl", text, min, max), sonst);

    public DateTimeOffset? Instant(string name) => Text(name) is not { } text
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var wert)
            ? wert.ToUniversalTime()
            : Wrong<DateTimeOffset?>(name, Texte.Of("Einstellung.Zeitpunkt", text), null);

    public string? Offset(string name) => Text(name) is { } text && !VerstellteUhr.IsValid(text)
        ? Wrong<string?>(name, Texte.Of("Einstellung.Zeitspanne", text), null)
        : Text(name);

    public Uri? Broker(string name) => Text(name) is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("amqp" or "amqps")
            ? uri
            : Wrong<Uri?>(name, Texte.Of("Einstellung.Broker"), null);

    public Uri? WebAddress(string name) => Text(name) is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri
            : Wrong<Uri?>(name, Texte.Of("Einstellung.Adresse", text), null);

    /// <summary>Names of hosts, each with or without port.</summary>
    public IReadOnlyCollection<string> Hosts(string name)
    {
        var rechner = (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var eintrag in rechner.Where(r => !Uri.TryCreate($"http://{r}/", UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || r.Contains('*', StringComparison.Ordinal)))
            Wrong(name, Texte.Of("Einstellung.Rechner", eintrag), "");
        return rechner;
    }

    /// <summary>A host with its port.</summary>
    public (string Host, int Port)? HostAndPort(string name) => Text(name) is not { } text
        ? null
        : Uri.TryCreate($"tcp://{text}", UriKind.Absolute, out var uri) && uri.Port > 0 && uri.PathAndQuery is "" or "/"
            ? (uri.Host, uri.Port)
            : Wrong<(string, int)?>(name, Texte.Of("Einstellung.RechnerMitPort", text), null);

    public string Addresses(string name, string sonst)
    {
        var text = Text(name) ?? sonst;
        foreach (var adresse in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                _ = BindingAddress.Parse(adresse);
            }
            catch (FormatException)
            {
                Wrong(name, Texte.Of("Einstellung.Adresse", adresse), "");
            }
        }

        return text;
    }

    /// <summary>A folder as given, or the default's name looked for here and in the folders above the program.</summary>
    public string Folder(string name, string sonst)
    {
        if (Text(name) is { } text)
            return Directory.Exists(text) ? Path.GetFullPath(text) : Wrong(name, Texte.Of("Einstellung.Ordner", text), text);
        for (var ordner = new DirectoryInfo(AppContext.BaseDirectory); ordner is not null; ordner = ordner.Parent)
        {
            if (Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), sonst)))
                return Path.Combine(Directory.GetCurrentDirectory(), sonst);
            if (Directory.Exists(Path.Combine(ordner.FullName, sonst)))
                return Path.Combine(ordner.FullName, sonst);
        }

        return "";
    }

    /// <exception cref="StartfehlerException">Something was wrong.</exception>
    public void ThrowIfWrong()
    {
        if (_fehler.Count > 0)
            throw new StartfehlerException(Texte.Of("Einstellung.Liste") + string.Concat(_fehler.Select(f => $"{Environment.NewLine}  {f}")));
    }

    private T Wrong<T>(string name, string grund, T sonst)
    {
        _fehler.Add($"{name}: {grund}");
        return sonst;
    }
}
