using System.Text.Json;
using System.Text.RegularExpressions;
using FallWorkflow.Application.Ports;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Messaging;

/// <summary>Reads a partner's message as a fact, or says in German why it cannot be read.</summary>
internal static partial class Eingangsleser
{
    /// <exception cref="AbgewiesenException">The message is unreadable or invalid.</exception>
    public static TraegerNachricht Read(ReadOnlySpan<byte> inhalt, string? art, int maxBytes)
    {
        if (inhalt.Length > maxBytes)
            throw new AbgewiesenException(Texte.Of("ZuGross", inhalt.Length, maxBytes));

        var absender = Absender.Of(inhalt);
        try
        {
            var nachricht = art switch
            {
                Nachrichtenarten.ZuweisungBeantwortet => FactOf(Nachrichtenformat.Deserialize<ZuweisungBeantwortet>(inhalt)),
                Nachrichtenarten.ZuweisungBerichtet => FactOf(Nachrichtenformat.Deserialize<ZuweisungBerichtet>(inhalt)),
                Nachrichtenarten.FallfuehrungBerichtet => FactOf(Nachrichtenformat.Deserialize<Contracts.FallfuehrungBerichtet>(inhalt)),
                null or "" => throw new AbgewiesenException(Texte.Of("ArtFehlt"), absender),
                _ => throw new AbgewiesenException(
                    Texte.Of("ArtUnbekannt", Nachrichtenarten.ZuweisungBeantwortet, Nachrichtenarten.ZuweisungBerichtet, Nachrichtenarten.FallfuehrungBerichtet), absender),
            };
            Check(nachricht, absender);
            return nachricht;
        }
        catch (JsonException e)
        {
            // The path names our member, not the partner's value: it may go into the answer.
            throw new AbgewiesenException(absender is null ? Texte.Of("Unlesbar") : Texte.Of("FeldUngueltig", PathOf(e)), absender);
        }
    }

    private static TraegerNachricht FactOf(ZuweisungBeantwortet n) => new(n.NachrichtId, n.TraegerId, n.ZuweisungId, n.Entscheidung switch
    {
        Entscheidung.Angenommen => new ZuweisungAngenommen(n.ZuweisungId, Anmerkung: n.Text),
        Entscheidung.Abgelehnt => new ZuweisungAbgelehnt(n.ZuweisungId, n.Text ?? ""),
        Entscheidung.Rueckfrage => new RueckfrageGestellt(n.ZuweisungId, n.Text ?? ""),
        _ => throw new JsonException("Unknown value.", "$.entscheidung", null, null),
    }, n.Am);

    private static TraegerNachricht FactOf(ZuweisungBerichtet n) => new(n.NachrichtId, n.TraegerId, n.ZuweisungId, n.Art switch
    {
        Berichtsart.Beginn => new ZuweisungBegonnen(n.ZuweisungId, n.Am, n.Text),
        Berichtsart.Verlauf => new VerlaufGemeldet(n.ZuweisungId, n.Text ?? ""),
        Berichtsart.Problem => new ProblemGemeldet(n.ZuweisungId, n.Text ?? ""),
        Berichtsart.Ende => new ZuweisungBeendet(n.ZuweisungId, n.Am, n.Text ?? ""),
        _ => throw new JsonException("Unknown value.", "$.art", null, null),
    }, n.Am);

    private static TraegerNachricht FactOf(Contracts.FallfuehrungBerichtet n) =>
        new(n.NachrichtId, n.TraegerId, n.ZuweisungId, new Domain.Tatsachen.FallfuehrungBerichtet(n.ZuweisungId, n.Kontakte, n.Stand, n.NaechsteSchritte), n.Am);

    private static void Check(TraegerNachricht n, Absender? absender)
    {
        if (n.NachrichtId == Guid.Empty)
            throw new AbgewiesenException(Texte.Of("FeldUngueltig", "nachrichtId"), absender);
        if (!IsTraegerId(n.TraegerId))
            throw new AbgewiesenException(Texte.Of("FeldUngueltig", "traegerId"), absender);
        if (n.Am.Year is < 1900 or > 2150)
            throw new AbgewiesenException(Texte.Of("FeldUngueltig", "am"), absender);
        if (n.Tatsache.Validate().ToList() is { Count: > 0 } fehler)
            throw new AbgewiesenException(string.Join(" ", fehler.Select(f => Texte.Of("FeldMitGrund", WireNameOf(f), f.Meldung))), absender);
    }

    /// <summary>Whether an id can be a partner's; such an id is safe in names on the broker.</summary>
    public static bool IsTraegerId(string id) => TraegerIdRegex().IsMatch(id);

    /// <summary>Partners know the members of the message, not those of the fact.</summary>
    private static string WireNameOf(Eingabefehler fehler) => fehler.Feld switch
    {
        "zuweisungId" or "kontakte" or "stand" or "naechsteSchritte" => fehler.Feld,
        "beginn" or "ende" => "am",
        _ => "text",
    };

    private static string PathOf(JsonException e) => e.Path is { Length: > 2 } path ? path[2..] : e.Message.Contains('\'') ? NamesIn(e.Message) : "$";

    /// <summary>The serialiser names missing members only in its message: <c>… was missing required properties including: 'am'.</c></summary>
    private static string NamesIn(string message) =>
        string.Join(", ", QuotedRegex().Matches(message).Select(m => m.Groups[1].Value).Where(n => !n.Contains('.')));

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9]){0,59}$")]
    private static partial Regex TraegerIdRegex();

    [GeneratedRegex("'([A-Za-z.]+)'")]
    private static partial Regex QuotedRegex();
}
