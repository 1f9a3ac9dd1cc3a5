namespace FallWorkflow.Application.Erinnerungen;

/// <summary>What mails need to know.</summary>
/// <param name="BasisUrl">Address under which people open the pages, for links in mails; null: mails without links.</param>
public sealed record Erinnerungsoptionen(Uri? BasisUrl = null)
{
    /// <summary>Page of a task, or null without <see cref="BasisUrl"/>.</summary>
    public string? AufgabeUrl(Guid aufgabeId) => Url($"aufgaben/{aufgabeId}");

    /// <summary>Page of a Fall, or null without <see cref="BasisUrl"/>.</summary>
    public string? FallUrl(Guid fallId) => Url($"faelle/{fallId}");

    private string? Url(string pfad) => BasisUrl is null ? null : $"{BasisUrl.ToString().TrimEnd('/')}/{pfad}";
}
