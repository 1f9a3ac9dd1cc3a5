namespace FallWorkflow.Web.Rahmen;

/// <summary>What an error page says: what happened and what to do next.</summary>
internal sealed record Fehleranzeige(int Status, string Titel, string Text)
{
    public static Fehleranzeige Of(int status) => status switch
    {
        400 => new(400, Seitentexte.T("Fehler.400.Titel"), Seitentexte.T("Fehler.400.Text")),
        403 => new(403, Seitentexte.T("Fehler.403.Titel"), Seitentexte.T("Fehler.403.Text")),
        404 => new(404, Seitentexte.T("Fehler.404.Titel"), Seitentexte.T("Fehler.404.Text")),
        413 => new(413, Seitentexte.T("Fehler.413.Titel"), Seitentexte.T("Fehler.413.Text")),
        503 => new(503, Seitentexte.T("Fehler.503.Titel"), Seitentexte.T("Fehler.503.Text")),
        _ => new(status, Seitentexte.T("Fehler.500.Titel"), Seitentexte.T("Fehler.500.Text")),
    };
}
