namespace FallWorkflow.Application.Abfragen;

/// <summary>A place in a list of Fälle from which it goes on: the keys of the row beside it. It names a person where names order the list, so it leaves the program only encrypted.</summary>
/// <param name="Rueckwaerts">The rows before this one instead of those after it.</param>
/// <param name="Name">As stored; null where names do not order the list. Likewise the next.</param>
public sealed record Listenstelle(Fallfolge Folge, bool Rueckwaerts, string Nummer, string? Name = null, DateOnly? Faelligkeit = null);
