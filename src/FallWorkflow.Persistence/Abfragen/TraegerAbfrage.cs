using System.Text;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the partner's pages.</summary>
internal static class TraegerAbfrage
{
    /// <summary>Sent and not withdrawn, each with the latest message that carried its fields.</summary>
    public static IQueryable<ZuweisungMitNachricht> Visible(FallWorkflowDbContext context, string traegerId, string? zuweisungId = null) =>
        context.Set<ZuweisungRow>().AsNoTracking()
            .Where(z => z.TraegerId == traegerId && z.Stand != Zuweisungsstand.Vereinbart && z.Stand != Zuweisungsstand.Zurueckgezogen
                && (zuweisungId == null || z.ZuweisungId == zuweisungId))
            .OrderByDescending(z => z.GesendetAm).ThenBy(z => z.ZuweisungId)
            .Select(z => new ZuweisungMitNachricht(
                z,
                context.Set<Nachricht>()
                    .Where(n => n.TraegerId == traegerId && n.Bezug == z.ZuweisungId && n.Art == Nachrichtenarten.ZuweisungErteilt)
                    .OrderByDescending(n => n.Nr).Select(n => n.Inhalt).FirstOrDefault()));

    public static IQueryable<Nachrichtenzeile> Nachrichten(FallWorkflowDbContext context, string traegerId, string zuweisungId) =>
        context.Set<Nachricht>().AsNoTracking()
            .Where(n => n.TraegerId == traegerId && n.Bezug == zuweisungId)
            .OrderBy(n => n.Nr)
            .Select(n => new Nachrichtenzeile(n.Id, n.Art, n.Inhalt, n.ErstelltAm, n.GesendetAm));

    public static Zuweisungszeile ToZeile(ZuweisungMitNachricht row)
    {
        var z = row.Zuweisung;
        var erteilt = row.Inhalt is null ? null : Nachrichtenformat.Deserialize<ZuweisungErteilt>(Encoding.UTF8.GetBytes(row.Inhalt));
        return new(
            z.ZuweisungId, z.TraegerId, z.Leistung, z.Stand, z.GesendetAm, z.BegonnenAm, z.BeendetAm,
            erteilt?.AntwortBis, erteilt?.Felder ?? new Dictionary<string, string>());
    }
}

internal sealed record ZuweisungMitNachricht(ZuweisungRow Zuweisung, string? Inhalt);
