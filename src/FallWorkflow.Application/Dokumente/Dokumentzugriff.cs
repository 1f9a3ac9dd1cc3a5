using System.Globalization;
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

    /// <summary>The documents of a referral that its partner may open; nothing is handed out yet, so nothing is logged.</summary>
    /// <exception cref="NotFoundException">The referral does not exist, is withdrawn, or is another partner's.</exception>
    public async Task<IReadOnlyList<(Dokument Dokument, DateOnly FreigegebenAm)>> ReleasedAsync(string zuweisungId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var (fall, zuweisung) = await Lesezugriff.FindAsync(uow, zuweisungId, akteur, cancellation);
        return [.. fall.Dokumente.Where(d => Zugriffspolitik.MayOpen(akteur, zuweisung, d)).Select(d => (d, zuweisung.FreigegebeneDokumente[d.Id].Am))];
    }

    /// <summary>The file of a document that the client released for a referral, for its partner: a transmission, logged with the consent before.</summary>
    /// <exception cref="NotFoundException">The referral or the document does not exist, or not for this partner.</exception>
    public async Task<(Dokument Dokument, byte[] Inhalt)> ReadReleasedAsync(string zuweisungId, string dokumentId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var (fall, zuweisung) = await Lesezugriff.FindAsync(uow, zuweisungId, akteur, cancellation);
        if (fall.FindDokument(dokumentId) is not { } dokument || !Zugriffspolitik.MayOpen(akteur, zuweisung, dokument))
            throw new NotFoundException(Texte.Of("DokumentUnbekannt"));
        var inhalt = await LoadAsync(dokumente, fall.Id, dokument, cancellation) ?? throw new NotFoundException(Texte.Of("DokumentIstEntfernt"));
        var traeger = await uow.FindTraegerAsync(zuweisung.TraegerId, cancellation);
        var (am, nr) = zuweisung.FreigegebeneDokumente[dokumentId];
        await lesen.LogAsync(
            fall.Id, akteur, Texte.Of("Zweck.DokumentAnTraeger", dokument.Nr, traeger?.Name ?? zuweisung.TraegerId, zuweisung.Leistung), Lesezugriff.Uebermittelt,
            Texte.Of("Grundlage.Dokumentfreigabe", am.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), nr), cancellation);
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
