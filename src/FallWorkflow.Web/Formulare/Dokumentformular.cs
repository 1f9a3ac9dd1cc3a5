using FallWorkflow.Application.Dokumente;
using FallWorkflow.Domain.Faelle;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Formulare;

/// <summary>The file in a form: sent with it, never shown again, kept by a correction.</summary>
internal static class Dokumentformular
{
    /// <summary>What the browser offers to choose from; the content decides.</summary>
    public static string Endungen { get; } = string.Join(',', Dateiart.Alle.SelectMany(a => a.Endungen));

    /// <summary>The file that was sent, and its name as the value of its field; null if the form takes none, or none was chosen.</summary>
    public static IFormFile? FileOf(Formularansicht ansicht, IFormCollection form)
    {
        if (ansicht.IsCorrection || ansicht.Formular.Felder.FirstOrDefault(f => f.Art == Feldart.Datei) is not { } feld)
            return null;
        var datei = form.Files.GetFile(feld.Name);
        ansicht.Eingaben[feld.Name] = datei?.FileName;
        return datei;
    }

    public static async Task<Dateiinhalt> CheckAsync(IFormFile datei, Dokumentannahme annahme, CancellationToken cancellation)
    {
        if (datei.Length > annahme.Grenzen.MaxBytes)
            throw Dokumentannahme.TooLarge(annahme.Grenzen);
        using var inhalt = new MemoryStream((int)datei.Length);
        await datei.CopyToAsync(inhalt, cancellation);
        return await annahme.CheckAsync(datei.FileName, datei.ContentType, inhalt.ToArray(), cancellation);
    }
}
