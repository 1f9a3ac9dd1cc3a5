using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Formulare;

/// <summary>
/// What all forms have in common: reading, sending with an idempotency key, and on any error the same form again with
/// everything that was typed.
/// </summary>
internal sealed class Formularablauf(IStammdaten stammdaten, TimeProvider clock)
{
    /// <summary>Largest form that is read (bytes). Beyond it the server answers 413.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public async Task<Formularkontext> ContextAsync(Akteur akteur, Fallblick? blick, IReadOnlyList<string> zielgruppen, CancellationToken cancellation) => new(
        akteur,
        blick?.Fall,
        await stammdaten.TraegerAsync(cancellation),
        await stammdaten.BenutzerAsync(blick?.Fall.BueroId ?? akteur.BueroId, Rollen.Fallmanager, cancellation),
        zielgruppen,
        () => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"))
    {
        Konzept = blick?.Konzept ?? Domain.Fachkonzepte.Fachkonzept.Standard,
    };

    /// <summary>A form to be filled in: with presets, today's date and a fresh idempotency key.</summary>
    public static Formularansicht Begin(Formular formular, DateOnly heute)
    {
        var eingaben = Formularwerte.Empty(formular);
        eingaben[Rahmenfelder.WirksamAm] = Formularwerte.Show(heute);
        eingaben[Rahmenfelder.Schluessel] = Guid.NewGuid().ToString("N");
        return new(formular, eingaben);
    }

    /// <summary>A form that only shows what was typed: after a sign-in in between, or with one more row.</summary>
    public static bool OnlyShows(Formularansicht ansicht) =>
        ansicht.Eingaben.Has(BringtEingabenZurueckAttribute.Feld) || ansicht.Eingaben.Has(Rahmenfelder.Mehr);

    /// <summary>Reads and sends a fact of a Fall. Null if anything is wrong: then the view names it and the status is set.</summary>
    public static Task<FallErgebnis?> SubmitAsync(
        Formularansicht ansicht, HttpResponse response, Func<Tatsache, Rahmenangaben, Task<FallErgebnis>> send) =>
        SubmitAsync<Tatsache, FallErgebnis>(ansicht, response, send);

    /// <summary>The same for a fact of any kind.</summary>
    public static async Task<TErgebnis?> SubmitAsync<TAngabe, TErgebnis>(
        Formularansicht ansicht, HttpResponse response, Func<TAngabe, Rahmenangaben, Task<TErgebnis>> send)
        where TAngabe : Angabe
        where TErgebnis : class
    {
        var gelesen = Formularleser.Read(ansicht.Formular, ansicht.Eingaben);
        ansicht.AddRange(gelesen.Fehler);
        var rahmen = Rahmenangaben.Read(ansicht);
        if (gelesen.Tatsache is null || rahmen is null)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }

        try
        {
            return await send((TAngabe)gelesen.Tatsache, rahmen);
        }
        catch (InvalidInputException e)
        {
            ansicht.AddRange(e.Fehler.Select(f => f with { Feld = Locate(ansicht, gelesen.PfadImFormular(f.Feld)) }));
            response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (RuleBrokenException e)
        {
            if (e.Regel.AbweichungMoeglich)
                ansicht.Eingaben[Rahmenfelder.Abweichung] = Formularleser.Ja;
            ansicht.Add(new(e.Regel.AbweichungMoeglich ? Rahmenfelder.Begruendung : e.Regel.Feld ?? "", e.Message));
            response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (Exception e) when (e is ConflictException or VersionMismatchException)
        {
            Fail(ansicht, response, StatusCodes.Status409Conflict, Seitentexte.T("Formular.Konflikt"));
        }
        catch (StoreUnavailableException)
        {
            response.Headers.RetryAfter = "5";
            Fail(ansicht, response, StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher"));
        }
        catch (PruefdienstNichtErreichbarException e)
        {
            response.Headers.RetryAfter = "60";
            Fail(ansicht, response, StatusCodes.Status503ServiceUnavailable, e.Message);
        }
        catch (ZugriffVerweigertException e)
        {
            Fail(ansicht, response, StatusCodes.Status403Forbidden, e.Message);
        }
        catch (NotFoundException e)
        {
            Fail(ansicht, response, StatusCodes.Status404NotFound, e.Message);
        }

        return null;
    }

    private static void Fail(Formularansicht ansicht, HttpResponse response, int status, string meldung)
    {
        response.StatusCode = status;
        ansicht.Add(new("", meldung));
    }

    /// <summary>Fields around the fact have names of their own in the page; a reason may be the fact's or the frame's.</summary>
    private static string Locate(Formularansicht ansicht, string feld) => feld switch
    {
        "wirksamAm" => Rahmenfelder.WirksamAm,
        "berichtigt" => "",
        "begruendung" when ansicht.Formular.Feld("begruendung") is null || ansicht.Eingaben.Has(Rahmenfelder.Berichtigt) => Rahmenfelder.Begruendung,
        _ => feld,
    };
}
