using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Contracts;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>Messages for tests; nobody in them exists.</summary>
public static class Beispiel
{
    public static DateTimeOffset Gesendet { get; } = new(2027, 3, 16, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An id that no other test uses, so that tests do not see each other's messages.</summary>
    public static string NewTraegerId() => $"beratung-{Guid.NewGuid():N}"[..20];

    public static ZuweisungErteilt Erteilt(string traegerId, string zuweisungId = "z-1", Guid? id = null) => new(
        id ?? Guid.NewGuid(), zuweisungId, traegerId, "Schuldnerberatung",
        new Dictionary<string, string> { ["Name"] = "Jörg Weiß", ["Telefon"] = "0911 5550123", ["Anliegen"] = "Schulden ordnen" },
        new DateOnly(2027, 4, 1), Gesendet);

    public static Nachricht InOutbox(ZuweisungErteilt n, Guid? fallId = null) => new()
    {
        Id = n.NachrichtId,
        FallId = fallId ?? Guid.NewGuid(),
        Art = Nachrichtenarten.ZuweisungErteilt,
        TraegerId = n.TraegerId,
        Inhalt = Nachrichtenformat.Serialize(n),
        ErstelltAm = Gesendet,
    };

    /// <summary>Written by hand as a partner would, not with our records.</summary>
    public static string Antwort(Guid id, string traegerId, string zuweisungId, string entscheidung = "Angenommen", string text = "Gern.") =>
        $$"""{"nachrichtId":"{{id}}","traegerId":"{{traegerId}}","zuweisungId":"{{zuweisungId}}","entscheidung":"{{entscheidung}}","text":"{{text}}","am":"2027-04-06"}""";

    public static string Bericht(Guid id, string traegerId, string zuweisungId, string art, string am, string text) =>
        $$"""{"nachrichtId":"{{id}}","traegerId":"{{traegerId}}","zuweisungId":"{{zuweisungId}}","art":"{{art}}","am":"{{am}}","text":"{{text}}"}""";

    public static string Fallfuehrung(Guid id, string traegerId, string zuweisungId, int kontakte) =>
        $$"""{"nachrichtId":"{{id}}","traegerId":"{{traegerId}}","zuweisungId":"{{zuweisungId}}","am":"2027-09-01","kontakte":{{kontakte}},"stand":"Stabil","naechsteSchritte":"Wohnung suchen"}""";
}
