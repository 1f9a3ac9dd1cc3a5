using System.Globalization;
using System.IO.Compression;
using System.Text;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Application.Auskunft;

/// <summary>The files that belong to an issued copy as one archive, with a list that names every document, those without a file as well (R25).</summary>
public sealed class Auskunftsarchiv(Auskunftserteilung erteilung, IDokumente dokumente, Lesezugriff lesen)
{
    public const string Medientyp = "application/zip";

    /// <summary>Whoever issues the copy hands out all of it, so it does not matter who may open a single file.</summary>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person; or no copy was issued with this entry.</exception>
    /// <exception cref="ZugriffVerweigertException">Another role hands copies out.</exception>
    public async Task<Fallauskunft> OpenAsync(Guid fallId, Guid eintragId, Akteur akteur, CancellationToken cancellation = default)
    {
        var kopie = await erteilung.ReadAsync(fallId, eintragId, akteur, cancellation);
        await lesen.LogAsync(fallId, akteur, Texte.Of("Zweck.Auskunftsdokumente", kopie.Erteilung.Nr), cancellation: cancellation);
        return kopie;
    }

    /// <summary>Made in memory as a whole, since the archive writes its parts in ways that the server's answer does not take.</summary>
    public async Task WriteAsync(Fallauskunft kopie, Stream ziel, CancellationToken cancellation = default)
    {
        using var archiv = new MemoryStream();
        await FillAsync(kopie, archiv, cancellation);
        archiv.Position = 0;
        await archiv.CopyToAsync(ziel, cancellation);
    }

    private async Task FillAsync(Fallauskunft kopie, Stream ziel, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(ziel, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        var liste = new StringBuilder().AppendLine(Texte.Of("Auskunft.DokumentlisteTitel")).AppendLine();
        foreach (var zeile in kopie.Dokumente)
        {
            var inhalt = zeile.Verbleib == Dokumentverbleib.Beigefuegt
                ? await Dokumentzugriff.LoadAsync(dokumente, kopie.Fall.Id, zeile.Dokument, cancellation)
                : null;
            var verbleib = zeile.Verbleib == Dokumentverbleib.Beigefuegt && inhalt is null ? Dokumentverbleib.Entfernt : zeile.Verbleib;
            var name = string.Create(CultureInfo.InvariantCulture, $"{zeile.Dokument.Nr:0000} {zeile.Dokument.Datei}");
            liste.AppendLine(Texte.Of(
                "Auskunft.Dokumentzeile", zeile.Dokument.Nr, Domain.Begriffe.Of(zeile.Dokument.Art), zeile.Titel, Texte.Of($"Auskunft.Verbleib.{verbleib}"),
                inhalt is null ? "" : name));
            if (inhalt is not null)
                await AddAsync(zip, name, inhalt, cancellation);
        }

        await AddAsync(zip, Texte.Of("Auskunft.DokumentlisteDatei"), Encoding.UTF8.GetBytes(liste.ToString()), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] inhalt, CancellationToken cancellation)
    {
        await using var strom = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await strom.WriteAsync(inhalt, cancellation);
    }
}
