using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Rahmen;

/// <summary>Roles by page, as attributes need them.</summary>
internal static class Rollengruppen
{
    /// <summary>Everybody of the Jobcenter; which Fälle they see is the access policy's matter.</summary>
    public const string Jobcenter = $"{Rollen.Fallmanager},{Rollen.Integrationsfachkraft},{Rollen.Teamleitung},{Rollen.Prozessgestalter},{Rollen.Datenschutz}";

    public const string Uebergebende = Rollen.Integrationsfachkraft;

    /// <summary>Who has stopped processes go on.</summary>
    public const string Reparierende = $"{Rollen.Teamleitung},{Rollen.Prozessgestalter}";

    /// <summary>Who keeps the office's network.</summary>
    public const string Vernetzende = $"{Rollen.Fallmanager},{Rollen.Teamleitung}";

    public const string Alle = $"{Jobcenter},{Rollen.Traeger}";
}
