namespace FallWorkflow.Web.Rahmen;

/// <summary>
/// Marks pages with a form that can be shown again with what was typed: when the sign-in or the form's token has expired,
/// the typed text goes through the sign-in and back. Such a page shows the form, and does nothing, when
/// <see cref="Feld"/> is posted.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BringtEingabenZurueckAttribute : Attribute
{
    public const string Feld = "_wiederherstellen";
}
