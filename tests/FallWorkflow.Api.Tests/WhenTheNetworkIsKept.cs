using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>Directory, agreements, conferences and ratings of an office (R68–R71), through the API and over time.</summary>
public sealed class WhenTheNetworkIsKept(Bewegt bewegt) : IClassFixture<Bewegt>
{
    private readonly FallWorkflowApp _app = bewegt.App;

    [Fact]
    public async Task An_offer_is_flagged_when_nobody_has_checked_it_for_longer_than_the_concept_allows()
    {
        var heute = await _app.TodayAsync();
        var sitzung = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await (await SendAsync(sitzung, "AngebotAufgenommen", heute, Angebot("a1", gebiet: " "))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("gebiet").ShouldNotBeEmpty();
        await RecordAsync(sitzung, "AngebotAufgenommen", heute, Angebot("a1"));
        await (await SendAsync(sitzung, "AngebotAufgenommen", heute, Angebot("a1"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await RecordAsync(sitzung, "AngebotAufgenommen", heute, Angebot("a2"));

        await _app.AdvanceToAsync(heute.AddMonths(6));
        await RecordAsync(sitzung, "AngebotGeprueft", heute.AddMonths(6), new { angebotId = "a2", bedingungen = "nur mit Termin" });
        (await StaleAsync(sitzung, "a1", "a2")).ShouldBe([false, false]);
        await _app.AdvanceToAsync(heute.AddMonths(12).AddDays(5));
        (await StaleAsync(sitzung, "a1", "a2")).ShouldBe([true, false]);
        await RecordAsync(sitzung, "AngebotGestrichen", heute.AddMonths(12), new { angebotId = "a1", begruendung = "gibt es nicht mehr" });
        await (await SendAsync(sitzung, "AngebotGeprueft", heute.AddMonths(12), new { angebotId = "a1", bedingungen = "keine" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (await (await _app.SignInAsync(Testjobcenter.BerlinerFallmanager)).GetAsync("/api/netzwerk")).GetProperty("angebote").GetArrayLength().ShouldBe(0, "every office has its own");
    }

    [Fact]
    public async Task The_team_lead_is_reminded_once_before_an_agreement_ends_and_again_for_its_new_term()
    {
        var heute = await _app.TodayAsync();
        var ende = heute.AddMonths(6);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var vereinbarung = new { vereinbarungId = "v", traegerId = Testjobcenter.Suchthilfe, art = "Kooperationsvereinbarung", gegenstand = "Zehn Plätze", schnittstellen = "Bericht alle drei Monate", beginn = heute, ende };
        await (await SendAsync(leitung, "VereinbarungGeschlossen", heute, new { vereinbarung.vereinbarungId, traegerId = "niemand", vereinbarung.art, vereinbarung.gegenstand, vereinbarung.schnittstellen, vereinbarung.beginn, vereinbarung.ende }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await SendAsync(await _app.SignInAsync(Testjobcenter.Fallmanagerin), "VereinbarungGeschlossen", heute, vereinbarung)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        await RecordAsync(leitung, "VereinbarungGeschlossen", heute, vereinbarung);
        var erinnerung = (await leitung.GetAsync("/api/netzwerk")).GetProperty("vereinbarungen")[0].GetProperty("erinnerungAm").Deserialize<DateOnly>();
        erinnerung.ShouldBeInRange(ende.AddMonths(-3).AddDays(-5), ende.AddMonths(-3));

        await _app.AdvanceToAsync(erinnerung.AddDays(-1));
        (await MailsAsync()).ShouldBe(0);
        await _app.AdvanceToAsync(erinnerung.AddDays(40));
        (await MailsAsync()).ShouldBe(1);
        await RecordAsync(leitung, "VereinbarungVerlaengert", erinnerung.AddDays(40), new { vereinbarungId = "v", ende = ende.AddMonths(1), begruendung = "läuft gut" });
        await _app.AdvanceToAsync(erinnerung.AddDays(45));
        (await MailsAsync()).ShouldBe(2);
        await RecordAsync(leitung, "VereinbarungBeendet", erinnerung.AddDays(45), new { vereinbarungId = "v", begruendung = "neuer Vertrag" });
        await (await SendAsync(leitung, "VereinbarungVerlaengert", erinnerung.AddDays(45), new { vereinbarungId = "v", ende, begruendung = "doch" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
    }

    [Fact]
    public async Task A_conference_has_balance_conflicts_targets_next_plan_and_one_coordinator()
    {
        var heute = await _app.TodayAsync();
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var konferenz = new { konferenzId = "k", teilnehmende = new[] { new { art = "Traeger", name = "Suchthilfe e. V." } }, bilanz = "mehr Plätze", zielkonflikte = "Wartezeit", zielvereinbarungen = "ein Tag in der Woche", naechsterPlan = "im Herbst" };
        (await (await SendAsync(leitung, "NetzwerkkonferenzGehalten", heute, konferenz)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("koordination").ShouldNotBeEmpty();
        await RecordAsync(leitung, "NetzwerkkonferenzGehalten", heute, new { konferenz.konferenzId, konferenz.teilnehmende, konferenz.bilanz, konferenz.zielkonflikte, konferenz.zielvereinbarungen, konferenz.naechsterPlan, koordination = "Frau Anker" });
        (await leitung.GetAsync("/api/netzwerk")).GetProperty("konferenzen")[0].GetProperty("koordination").GetString().ShouldBe("Frau Anker");
    }

    [Fact]
    public async Task A_Fallmanager_rates_an_offer_and_the_team_lead_answers_the_proposal_once()
    {
        var heute = await _app.TodayAsync();
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var bewertung = new { bewertungId = "b", angebotId = "bewertet", nutzen = 2, begruendung = "lange Wege", vorschlag = "Sprechstunde vor Ort" };
        await (await SendAsync(fallmanagerin, "AngebotBewertet", heute, bewertung)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await RecordAsync(fallmanagerin, "AngebotAufgenommen", heute, Angebot("bewertet"));
        await (await SendAsync(fallmanagerin, "AngebotBewertet", heute, new { bewertung.bewertungId, bewertung.angebotId, nutzen = 6, bewertung.begruendung })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        foreach (var _ in (int[])[1, 2])
        {
            (await fallmanagerin.PostAsync("/api/netzwerk/eintraege/AngebotBewertet", new { wirksamAm = heute, daten = bewertung }, ("Idempotency-Key", "bewertung-1")))
                .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        var antwort = new { bewertungId = "b", entscheidung = "InDieNetzwerkkonferenz", antwort = "Wir bringen es ein." };
        await (await SendAsync(fallmanagerin, "VorschlagBeantwortet", heute, antwort)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        await RecordAsync(leitung, "VorschlagBeantwortet", heute, antwort);
        await (await SendAsync(leitung, "VorschlagBeantwortet", heute, antwort)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        var stand = await fallmanagerin.GetAsync("/api/netzwerk");
        stand.GetProperty("bewertungen").EnumerateArray().Select(b => b.GetProperty("antwort").GetString()).ShouldBe(["Wir bringen es ein."]);
        Row(stand, "bewertet").GetProperty("bewertung").GetDouble().ShouldBe(2);
    }

    [Fact]
    public async Task A_repeated_answer_without_a_body_leaves_the_connection_open()
    {
        var verbindungen = 0;
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                Interlocked.Increment(ref verbindungen);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = _app.BaseAddress };
        (await http.PostAsJsonAsync("/api/anmeldung", new { benutzer = Testjobcenter.Fallmanagerin, kennwort = Testjobcenter.Kennwort })).EnsureSuccessStatusCode();
        for (var i = 0; i < 2; i++)
        {
            using var anfrage = new HttpRequestMessage(HttpMethod.Post, "/api/netzwerk/eintraege/AngebotAufgenommen")
            {
                Content = JsonContent.Create(new { wirksamAm = await _app.TodayAsync(), daten = Angebot("wiederholt") }),
            };
            anfrage.Headers.Add("Idempotency-Key", "angebot-wiederholt");
            (await http.SendAsync(anfrage)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await http.GetAsync("/api/netzwerk")).StatusCode.ShouldBe(HttpStatusCode.OK);
        verbindungen.ShouldBe(1);
    }

    private static object Angebot(string id, string gebiet = "Langwasser") =>
        new { angebotId = id, art = "SozialeKontakte", form = "Informell", bezeichnung = $"Nachbarschaftstreff {id}", anbieter = "Nachbarn", gebiet, bedingungen = "offen für alle" };

    private static async Task RecordAsync(Sitzung sitzung, string art, DateOnly am, object daten) => await Sitzung.ReadAsync(await SendAsync(sitzung, art, am, daten));

    private static Task<HttpResponseMessage> SendAsync(Sitzung sitzung, string art, DateOnly am, object daten) =>
        sitzung.PostAsync($"/api/netzwerk/eintraege/{art}", new { wirksamAm = am, daten });

    private static async Task<List<bool>> StaleAsync(Sitzung sitzung, params string[] angebote)
    {
        var stand = await sitzung.GetAsync("/api/netzwerk");
        return [.. angebote.Select(a => Row(stand, a).GetProperty("veraltet").GetBoolean())];
    }

    private static JsonElement Row(JsonElement stand, string angebot) =>
        stand.GetProperty("angebote").EnumerateArray().Single(z => z.GetProperty("angebot").GetProperty("id").GetString() == angebot);

    /// <summary>Mails to the team lead about an agreement that ends.</summary>
    private async Task<int> MailsAsync() => (await _app.Services.GetRequiredService<IPostausgang>().LatestAsync(5000))
        .Count(m => m.Schluessel.StartsWith("vereinbarung:", StringComparison.Ordinal) && m.Schluessel.EndsWith(Testjobcenter.Teamleiterin, StringComparison.Ordinal));
}
