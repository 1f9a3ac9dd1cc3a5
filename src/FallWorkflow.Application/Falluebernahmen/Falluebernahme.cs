using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>
/// Takes over running Fälle from a file, each line in a transaction of its own (ADR 0030). A line that was taken over before
/// changes nothing, so the same file can be sent again after a correction or a crash.
/// </summary>
public sealed class Falluebernahme(FallService faelle, IStammdaten stammdaten, ICsvleser leser, TimeProvider clock, Uebernahmegrenzen grenzen)
{
    /// <param name="nurPruefung">Everything is tried and nothing is stored.</param>
    /// <exception cref="ZugriffVerweigertException">Only a team lead (for the own office) and the system may.</exception>
    /// <exception cref="InvalidInputException">The file as a whole cannot be used; fields are headings, or <c>datei</c>.</exception>
    public async Task<Uebernahmebericht> RunAsync(byte[] datei, bool nurPruefung, Akteur akteur, CancellationToken cancellation = default)
    {
        Zugriffspolitik.RequireTakeOver(akteur);
        if (datei.Length > grenzen.MaxBytes)
            throw new InvalidInputException("datei", Texte.Of("Uebernahme.ZuGross", grenzen.MaxBytes / 1024));
        var tabelle = leser.Read(datei);
        var plaetze = Spalten.Find(tabelle.Kopf);
        if (tabelle.Zeilen.Count == 0)
            throw new InvalidInputException("datei", Texte.Of("Uebernahme.Leer"));
        if (tabelle.Zeilen.Count > grenzen.MaxZeilen)
            throw new InvalidInputException("datei", Texte.Of("Uebernahme.ZuVieleZeilen", tabelle.Zeilen.Count, grenzen.MaxZeilen));

        var bueros = await stammdaten.BuerosAsync(cancellation);
        var personen = await stammdaten.BenutzerAsync(cancellation: cancellation);
        var heute = Ortszeit.DateOf(clock.GetUtcNow());
        var gesehen = new Dictionary<Guid, int>();
        var ergebnisse = new List<Uebernahmeergebnis>();
        foreach (var zeile in tabelle.Zeilen)
        {
            var gelesen = new Zeilenleser(plaetze, zeile, bueros, personen, heute);
            ergebnisse.Add(gelesen.Read() is not { } altfall
                ? Wrong(zeile, gelesen.Schluessel, gelesen.Fehler)
                : gesehen.TryAdd(altfall.FallId, zeile.Nr)
                    ? await TakeOverAsync(zeile, altfall, nurPruefung, akteur, cancellation)
                    : Wrong(zeile, altfall.Schluessel, [new(Spalten.NameOf(Spalte.Schluessel), Texte.Of("Uebernahme.ZeileDoppelt", gesehen[altfall.FallId]))]));
        }

        return new(nurPruefung, ergebnisse);
    }

    private async Task<Uebernahmeergebnis> TakeOverAsync(Csvzeile zeile, Altfall altfall, bool nurPruefung, Akteur akteur, CancellationToken cancellation)
    {
        if (!Zugriffspolitik.MayTakeOver(akteur, altfall.BueroId))
            return Wrong(zeile, altfall.Schluessel, [new(Spalten.NameOf(Spalte.Buero), Texte.Of("Uebernahme.AnderesBuero"))]);
        try
        {
            var (ergebnis, aufgaben, geaendert) = await faelle.TakeOverAsync(altfall, akteur, nurPruefung, cancellation);
            var stand = ergebnis.Wiederholt ? Uebernahmestand.SchonUebernommen : nurPruefung ? Uebernahmestand.Bereit : Uebernahmestand.Uebernommen;
            return stand == Uebernahmestand.Bereit
                ? new(zeile.Nr, altfall.Schluessel, stand, null, null, aufgaben, [])
                : new(zeile.Nr, altfall.Schluessel, stand, ergebnis.FallId, ergebnis.Nummer, aufgaben, geaendert);
        }
        catch (AltfallFehlerhaftException e)
        {
            return Wrong(zeile, altfall.Schluessel, e.Fehler);
        }
        catch (ConflictException)
        {
            return Wrong(zeile, altfall.Schluessel, [new(null, Texte.Of("Uebernahme.Konflikt"))]);
        }
    }

    private static Uebernahmeergebnis Wrong(Csvzeile zeile, string schluessel, IReadOnlyList<Uebernahmefehler> fehler) =>
        new(zeile.Nr, schluessel, Uebernahmestand.Fehlerhaft, null, null, [], fehler);
}
