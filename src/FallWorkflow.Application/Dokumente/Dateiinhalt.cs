using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Dokumente;

/// <summary>A file that <see cref="Dokumentannahme"/> has looked into.</summary>
/// <param name="Name">Without folders.</param>
/// <param name="Sha256">As 64 small hexadecimal digits.</param>
public sealed record Dateiinhalt(string Name, Dateiart Art, byte[] Bytes, string Sha256, Schadsoftwarepruefung Geprueft);
