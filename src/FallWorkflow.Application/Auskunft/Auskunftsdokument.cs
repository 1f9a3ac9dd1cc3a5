using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auskunft;

/// <summary>A document as a copy lists it.</summary>
/// <param name="Titel">With a placeholder in place of what is about others.</param>
/// <param name="Verbleib">Whether its file is handed out with the copy.</param>
public sealed record Auskunftsdokument(Dokument Dokument, string Titel, Dokumentverbleib Verbleib);
