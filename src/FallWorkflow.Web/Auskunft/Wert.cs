using System.Reflection;

namespace FallWorkflow.Web.Auskunft;

/// <summary>One value of a recorded fact, however deep it lies.</summary>
/// <param name="Label">As people read it, with the labels of the records around it.</param>
/// <param name="Feld">Name in the fact's JSON (camelCase).</param>
/// <param name="Inhalt">A text, number, day, answer, id or enumerated value; never null.</param>
/// <param name="Dritte">About another person than the client (R25).</param>
internal sealed record Wert(string Label, string Feld, object Inhalt, ParameterInfo Herkunft, bool Dritte);
