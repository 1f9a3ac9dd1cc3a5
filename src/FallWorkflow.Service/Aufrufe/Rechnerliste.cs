namespace FallWorkflow.Service.Aufrufe;

/// <summary>Hosts that processes may call: names with or without port. A name without port stands for the usual ports.</summary>
internal sealed class Rechnerliste(IEnumerable<string> rechner)
{
    private readonly HashSet<string> _rechner = new(rechner, StringComparer.OrdinalIgnoreCase);

    public bool IsAllowed(Uri adresse) =>
        adresse.Scheme is "http" or "https" && adresse.UserInfo.Length == 0
        && (_rechner.Contains($"{adresse.Host}:{adresse.Port}") || adresse.IsDefaultPort && _rechner.Contains(adresse.Host));
}
