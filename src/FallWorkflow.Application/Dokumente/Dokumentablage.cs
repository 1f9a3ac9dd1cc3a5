using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Dokumente;

/// <summary>What a command about a document does with its file, in the transaction of the entry.</summary>
internal static class Dokumentablage
{
    /// <summary>A new document says about its file what the program has seen in it.</summary>
    /// <exception cref="InvalidInputException">There is no file.</exception>
    public static RecordTatsache Complete(RecordTatsache befehl) => befehl switch
    {
        { Tatsache: DokumentAbgelegt, Berichtigt: null, Datei: null } => throw new InvalidInputException("datei", Meldung.Of("DateiFehlt")),
        { Tatsache: DokumentAbgelegt abgelegt, Berichtigt: null, Datei: { } datei } => befehl with
        {
            Tatsache = abgelegt with
            {
                Datei = datei.Name,
                Medientyp = datei.Art.Medientyp,
                Groesse = datei.Bytes.Length,
                Sha256 = datei.Sha256,
                Geprueft = datei.Geprueft,
            },
        },
        _ => befehl,
    };

    /// <summary>A corrected document keeps its file, whatever the correction says about it.</summary>
    public static RecordTatsache KeepFile(Fall fall, RecordTatsache befehl) =>
        befehl is { Tatsache: DokumentAbgelegt neu, Berichtigt: { } id } && fall.Akte.FirstOrDefault(e => e.Id == id)?.Tatsache is DokumentAbgelegt alt
            ? befehl with { Tatsache = neu with { Datei = alt.Datei, Medientyp = alt.Medientyp, Groesse = alt.Groesse, Sha256 = alt.Sha256, Geprueft = alt.Geprueft } }
            : befehl;

    /// <exception cref="InvalidInputException">The files of the Fall would be more than it may hold.</exception>
    public static void Store(FallScope scope, RecordTatsache befehl, Dokumentgrenzen grenzen)
    {
        switch (befehl)
        {
            case { Tatsache: DokumentAbgelegt abgelegt, Berichtigt: null, Datei: { } datei }:
                if (scope.Fall.Dokumente.Where(d => d.EntferntAm is null).Sum(d => (long)d.Groesse) > grenzen.MaxBytesJeFall)
                    throw Dateierkennung.Refused("AkteVoll", grenzen.MaxBytesJeFall / Dokumentgrenzen.Megabyte);
                scope.Uow.Add(new Dokumentinhalt { FallId = scope.Fall.Id, DokumentId = abgelegt.DokumentId, Groesse = datei.Bytes.Length, Inhalt = datei.Bytes });
                break;
            case { Tatsache: DokumentEntfernt entfernt, Berichtigt: null }:
                scope.Uow.RemoveDokumentinhalt(scope.Fall.Id, entfernt.DokumentId);
                break;
        }
    }
}
