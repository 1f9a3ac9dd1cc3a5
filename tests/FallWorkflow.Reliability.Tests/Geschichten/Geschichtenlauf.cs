using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests.Geschichten;

/// <summary>
/// Plays several stories at once through the API of a running service, each step at its instant by the test clock and by the
/// person whose turn it is, as an office has many Fälle at the same time.
/// </summary>
internal sealed class Geschichtenlauf(FallWorkflowApp app, Broker broker)
{
    /// <summary>
    /// Referrals that the example program answers, with the reports it sends along: it is not there until the step of the
    /// acceptance; then it starts and finds the referral waiting. Exactly the released fields arrive.
    /// </summary>
    private static readonly Dictionary<string, (string Traeger, string[] Berichte, string Felder)> DurchDasBeispielprogramm = new()
    {
        ["s1-schuldnerberatung"] = (
            "schuldnerberatung", [],
            "  Name: Maria Muster\n  Telefon: 0151 0000000\n  Anliegen: Überblick über die Schulden und Vereinbarungen mit den Gläubigern\n  Antwort erbeten bis 01.04.2027\n"),
        ["s7-schuldnerberatung"] = (
            "schuldenhilfe", ["ZuweisungBegonnen", "ZuweisungBeendet"],
            "  Name: Nora Beispiel\n  Telefon: 0151 0000000\n  Anliegen: Überblick über die Schulden\n  Antwort erbeten bis 23.03.2027\n"),
    };

    private readonly Dictionary<string, Sitzung> _sitzungen = [];
    private readonly Dictionary<string, Guid> _faelle = [];

    public async Task RunAsync(IReadOnlyList<Geschichte> geschichten)
    {
        // Steps at the same instant keep the order in which their scenario has them.
        foreach (var (geschichte, schritt) in geschichten.SelectMany(g => g.Szenario.Schritte.Select(s => (g, s))).OrderBy(p => Ortszeit.At(p.s.Am, p.s.Um)))
        {
            await AdvanceAsync(Ortszeit.At(schritt.Am, schritt.Um));
            await RunAsync(geschichte, schritt);
        }

        // Up to the end of the longest story, of which the last instant belongs to the next day.
        await AdvanceAsync(geschichten.Max(g => g.Ende).AddSeconds(-1));
    }

    /// <summary>The Verlauf as the service shows it, up to the end of the story.</summary>
    public async Task<IReadOnlyList<string>> VerlaufAsync(Geschichte geschichte)
    {
        var leitung = await SessionAsync(geschichte.UserOf(Rollen.Teamleitung));
        var ereignisse = (await leitung.GetAsync($"/api/faelle/{_faelle[geschichte.Name]}/verlauf")).EnumerateArray();
        return [.. ereignisse.Where(e => e.GetProperty("at").GetDateTimeOffset() < geschichte.Ende).Select(e => Line(
            e.GetProperty("at").GetDateTimeOffset(), Day(e.GetProperty("datum").GetString()!), e.GetProperty("art").GetString()!, e.GetProperty("titel").GetString()!))];
    }

    /// <summary>The same calendar as the simulation has it.</summary>
    public static IReadOnlyList<string> CalendarOf(Geschichte geschichte) =>
        [.. geschichte.Simulation.Db.Verlauf.Where(e => e.At < geschichte.Ende).OrderBy(e => e.At).Select(e => Line(e.At, e.Datum, e.Art, e.Titel))];

    public Guid FallOf(Geschichte geschichte) => _faelle[geschichte.Name];

    public async Task<Sitzung> SessionAsync(string benutzer)
    {
        if (!_sitzungen.TryGetValue(benutzer, out var sitzung))
            _sitzungen[benutzer] = sitzung = await app.SignInAsync(benutzer);
        return sitzung;
    }

    private async Task RunAsync(Geschichte geschichte, Szenarioschritt schritt)
    {
        if (schritt.Aufgabe is { } aufgabe)
        {
            await CompleteAsync(geschichte, schritt, aufgabe);
            return;
        }

        var art = TatsachenKatalog.Find(schritt.Tatsache!)!;
        var daten = JsonNode.Parse(geschichte.DatenOf(schritt))!;
        var zuweisung = daten["zuweisungId"]?.ToString() ?? "";
        if (schritt.Tatsache == "ZuweisungAngenommen" && DurchDasBeispielprogramm.ContainsKey(zuweisung))
        {
            await AnswerByProgramAsync(geschichte, zuweisung, schritt.WirksamAm ?? schritt.Am);
            return;
        }

        // The program has reported it already, right after its acceptance.
        if (DurchDasBeispielprogramm.GetValueOrDefault(zuweisung).Berichte?.Contains(schritt.Tatsache) == true)
            return;

        var rolle = schritt.Von ?? art.Rollen[0];
        var (benutzer, adresse, inhalt) = rolle == Rollen.Traeger
            ? OfPartner(geschichte, schritt, daten)
            : (geschichte.UserOf(rolle), schritt.Tatsache == "Uebergeben" ? "/api/uebergaben" : $"/api/faelle/{_faelle[geschichte.Name]}/eintraege/{art.Name}", new JsonObject
            {
                ["wirksamAm"] = Text(schritt.WirksamAm ?? schritt.Am),
                ["begruendung"] = schritt.Begruendung,
                ["bestaetigt"] = schritt.Bestaetigt,
                ["daten"] = daten.DeepClone(),
            });
        if (schritt.Tatsache == "Uebergeben")
            inhalt.Remove("begruendung");

        var antwort = await (await SessionAsync(benutzer)).PostTextAsync(adresse, inhalt.ToJsonString(), ("Idempotency-Key", $"{geschichte.Name} {schritt.Am:O} {schritt.Um:O} {art.Name}"));
        if (schritt.Abgelehnt is { } feld)
        {
            antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await antwort.Content.ReadAsStringAsync()).ShouldContain(feld);
            return;
        }

        var ergebnis = await Sitzung.ReadAsync(antwort);
        if (schritt.Tatsache == "Uebergeben")
            _faelle[geschichte.Name] = ergebnis.GetProperty("fallId").GetGuid();
    }

    private async Task CompleteAsync(Geschichte geschichte, Szenarioschritt schritt, string art)
    {
        var leitung = await SessionAsync(geschichte.UserOf(Rollen.Teamleitung));
        var aufgabe = (await leitung.GetAsync($"/api/faelle/{_faelle[geschichte.Name]}")).GetProperty("aufgaben").EnumerateArray()
            .Single(a => a.GetProperty("art").GetString() == art && a.GetProperty("status").GetString() == "Offen");
        var person = await SessionAsync(geschichte.UserOf(aufgabe.GetProperty("rolle").GetString()!));
        await Sitzung.ReadAsync(await person.PostTextAsync(
            $"/api/aufgaben/{aufgabe.GetProperty("id").GetGuid()}/ergebnis",
            new JsonObject { ["ergebnis"] = schritt.Ergebnis, ["begruendung"] = schritt.Begruendung }.ToJsonString(),
            ("Idempotency-Key", $"{geschichte.Name} {schritt.Am:O} {schritt.Um:O} {art}")));
    }

    private async Task AnswerByProgramAsync(Geschichte geschichte, string zuweisung, DateOnly am)
    {
        var (traeger, berichte, felder) = DurchDasBeispielprogramm[zuweisung];
        var fall = _faelle[geschichte.Name];
        var leitung = await SessionAsync(geschichte.UserOf(Rollen.Teamleitung));
        (await leitung.AkteAsync(fall, "ZuweisungAngenommen")).ShouldBeEmpty("nobody has answered yet");
        string[] angaben = berichte.Length == 0 ? [] : ["--bericht", "beginn,ende"];
        await using var partner = Partner.Start(broker, traeger, ["--einmal", "1", "--datum", Text(am), .. angaben]);
        await partner.WaitForLineAsync(zeile => zeile == "Beendet.", Programm.Geduld);

        partner.Output.ShouldContain(felder);
        partner.Output.ShouldNotContain("Sucht");
        foreach (var art in berichte.Prepend("ZuweisungAngenommen"))
            await Programm.UntilAsync(() => leitung.AkteAsync(fall, art), e => e.Count == 1, $"{art} has arrived");
    }

    private static (string, string, JsonObject) OfPartner(Geschichte geschichte, Szenarioschritt schritt, JsonNode daten)
    {
        var id = daten["zuweisungId"]!.ToString();
        var person = Geschichte.PartnerOf(geschichte.Simulation.Fall!.Zuweisungen[id].TraegerId);
        var (weg, inhalt) = schritt.Tatsache switch
        {
            "ZuweisungAngenommen" => ("antwort", new JsonObject { ["entscheidung"] = "Angenommen" }),
            "ZuweisungBegonnen" => ("bericht", new JsonObject { ["art"] = "Beginn", ["am"] = daten["beginn"]!.ToString() }),
            "ZuweisungBeendet" => ("bericht", new JsonObject { ["art"] = "Ende", ["text"] = daten["ergebnis"]!.ToString(), ["am"] = daten["ende"]!.ToString() }),
            _ => throw new NotSupportedException(schritt.Tatsache),
        };
        return (person, $"/api/traeger/zuweisungen/{id}/{weg}", inhalt);
    }

    private async Task AdvanceAsync(DateTimeOffset bis)
    {
        var antwort = await (await SessionAsync(Testjobcenter.Teamleiterin)).PostTextAsync("/api/testuhr", JsonSerializer.Serialize(new { bis }));
        if (!antwort.IsSuccessStatusCode)
            throw new InvalidOperationException($"The clock did not reach {bis:O}: {await antwort.Content.ReadAsStringAsync()}");
    }

    private static string Line(DateTimeOffset at, DateOnly datum, string art, string titel) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ortszeit.DateOf(at):yyyy-MM-dd} {Ortszeit.TimeOf(at):HH\\:mm} {datum:yyyy-MM-dd} {art}: {titel}");

    private static string Text(DateOnly tag) => tag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
