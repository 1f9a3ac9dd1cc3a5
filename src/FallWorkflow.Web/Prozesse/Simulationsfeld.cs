namespace FallWorkflow.Web.Prozesse;

/// <summary>One short text field of the form of a simulation.</summary>
internal sealed record Simulationsfeld(Simulationsformular Formular, string Name, string Label, string? Hinweis = null)
{
    public string Id => Simulationsformular.IdOf(Name);

    public string? Fehler => Formular.ErrorOf(Name);

    public string? Beschrieben =>
        string.Join(' ', new[] { Hinweis is null ? null : $"{Id}-hinweis", Fehler is null ? null : $"{Id}-fehler" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
