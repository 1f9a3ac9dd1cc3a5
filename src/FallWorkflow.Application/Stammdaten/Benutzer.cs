namespace FallWorkflow.Application.Stammdaten;

/// <summary>A person who can sign in.</summary>
public sealed class Benutzer
{
    /// <summary>Sign-in name, lower case.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Rolle { get; set; }

    public string? BueroId { get; set; }

    public string? TeamId { get; set; }

    /// <summary>A Fallmanager who also has other work, such as placement; the caseload is shown apart (R84).</summary>
    public bool GemischteAufgaben { get; set; }

    public string? TraegerId { get; set; }

    public string? EMail { get; set; }

    /// <summary>Hash made by ASP.NET Core's PasswordHasher; never the password.</summary>
    public string? KennwortHash { get; set; }
}
