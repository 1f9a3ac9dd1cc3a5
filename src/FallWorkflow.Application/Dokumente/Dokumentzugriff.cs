using System.Security.Cryptography;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Dokumente;

/// <summary>The way to a document's file: who may not open it is told that there is none, and every file that is handed out is logged before (R88).</summary>
public sealed class Dokumentzugriff(IUnitOfWorkFactory uows, IDokumente dokumente, Lesezugriff lesen)
{
    /// <exception cref="NotFoundException">The Fall or the document does not exist, or not for this person; or its file was removed.</exception>
    public async Task<(Dokument Dokument, byte[] Inhalt)> ReadAsync(Guid fallId, string dokumentId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
        Zugriffspolitik.RequireRead(akteur, fall);
        if (fall.FindDokument(dokumentId) is not { } dokument || !Zugriffspolitik.MayOpen(akteur, fall, dokument))
            throw new NotFoundException(Texte.Of("DokumentUnbekannt"));
        var inhalt = await LoadAsync(dokumente, fallId, dokument, cancellation) ?? throw new NotFoundException(Texte.Of("DokumentIstEntfernt"));
        await lesen.LogAsync(fallId, akteur, Texte.Of("Zweck.Dokument", dokument.Nr), cancellation: cancellation);
        return (dokument, inhalt);
    }

    /// <summary>The stored file; null if it was removed.</summary>
    /// <exception cref="InvalidOperationException">It is not what was put there.</exception>
    internal static async Task<byte[]?> LoadAsync(IDokumente dokumente, Guid fallId, Dokument dokument, CancellationToken cancellation)
    {
        if (dokument.EntferntAm is not null || await dokumente.FindAsync(fallId, dokument.Id, cancellation) is not { } inhalt)
            return null;
        return Convert.ToHexStringLower(SHA256.HashData(inhalt)) == dokument.Sha256
            ? inhalt
            : throw new InvalidOperationException($"The file of document {dokument.Id} is not what its entry says.");
    }
}
