using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Messaging.Tests.Kit;
using RabbitMQ.Client;

namespace FallWorkflow.Messaging.Tests;

[Collection(Broker.Name)]
public sealed class WhenAPartnerWrites(Broker broker) : IAsyncLifetime
{
    private readonly string _traegerId = Beispiel.NewTraegerId();
    private readonly FakeEingang _eingang = new();
    private readonly FakeOutbox _outbox = new();
    private Partnerzugang _partner = null!;

    public async Task InitializeAsync()
    {
        _eingang.Own("z-1", _traegerId);
        _partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await _partner.MakeQueueAsync(_traegerId);
        await _partner.PurgeAsync(Partnerzugang.Geparkt);
    }

    public async Task DisposeAsync() => await _partner.DisposeAsync();

    [Fact]
    public async Task Each_answer_and_report_becomes_the_fact_it_means_in_the_order_sent()
    {
        await using var knoten = await StartAsync();
        await AnswerAsync("Rueckfrage", "Wann passt es?");
        await AnswerAsync("Angenommen", "Gern.");
        await AnswerAsync("Abgelehnt", "Kein Platz.");
        await ReportAsync("Beginn", "2027-04-12", "Erster Termin");
        await ReportAsync("Verlauf", "2027-05-03", "Läuft");
        await ReportAsync("Problem", "2027-06-01", "Termin versäumt");
        await ReportAsync("Ende", "2027-08-20", "Schulden geregelt");
        await _partner.PublishAsync("FallfuehrungBerichtet", Beispiel.Fallfuehrung(Guid.NewGuid(), _traegerId, "z-1", 5));

        await _eingang.UntilEffectsAsync(8);

        _eingang.Effects.Select(e => e.Tatsache).ShouldBe(
        [
            new RueckfrageGestellt("z-1", "Wann passt es?"),
            new ZuweisungAngenommen("z-1", null, "Gern."),
            new ZuweisungAbgelehnt("z-1", "Kein Platz."),
            new ZuweisungBegonnen("z-1", new(2027, 4, 12), "Erster Termin"),
            new VerlaufGemeldet("z-1", "Läuft"),
            new ProblemGemeldet("z-1", "Termin versäumt"),
            new ZuweisungBeendet("z-1", new(2027, 8, 20), "Schulden geregelt"),
            new FallfuehrungBerichtet("z-1", 5, "Stabil", "Wohnung suchen"),
        ]);
        _eingang.Effects.Select(e => e.Am).ShouldBe(
            [new(2027, 4, 6), new(2027, 4, 6), new(2027, 4, 6), new(2027, 4, 12), new(2027, 5, 3), new(2027, 6, 1), new(2027, 8, 20), new(2027, 9, 1)]);
        _eingang.Effects.ShouldAllBe(e => e.TraegerId == _traegerId && e.ZuweisungId == "z-1");
    }

    [Fact]
    public async Task Many_messages_about_one_referral_keep_their_order()
    {
        await using var knoten = await StartAsync();
        for (var i = 0; i < 200; i++)
            await ReportAsync("Verlauf", "2027-05-03", $"{i}");
        await _eingang.UntilEffectsAsync(200);
        _eingang.Effects.Select(e => ((VerlaufGemeldet)e.Tatsache).Bericht).ShouldBe(Enumerable.Range(0, 200).Select(i => $"{i}"));
    }

    [Fact]
    public async Task A_repeated_message_reaches_the_use_case_with_its_id_and_is_not_parked()
    {
        await using var knoten = await StartAsync();
        var id = Guid.NewGuid();
        var json = Beispiel.Antwort(id, _traegerId, "z-1");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _partner.PublishAsync("ZuweisungBeantwortet", json)));
        await _eingang.UntilCallsAsync(3);
        await AnswerAsync("Angenommen", "zum Schluss");
        await _eingang.UntilEffectsAsync(2);

        _eingang.Calls.Count(c => c.NachrichtId == id).ShouldBe(3);
        _eingang.Effects.Count(c => c.NachrichtId == id).ShouldBe(1);
    }

    [Fact]
    public async Task An_unreadable_message_is_parked_with_its_reason_and_its_neighbours_go_on()
    {
        await using var knoten = await StartAsync();
        await AnswerAsync("Angenommen", "davor");
        await _partner.PublishAsync("ZuweisungBeantwortet", "das ist kein JSON");
        await AnswerAsync("Angenommen", "danach");
        await _eingang.UntilEffectsAsync(2);

        await using var parked = await _partner.ReceiveParkedAsync();
        var message = await parked.NextAsync();
        message.Body.ShouldBe("das ist kein JSON");
        message.Header("MT-Fault-Message").ShouldNotBeNullOrEmpty();
        (await _partner.RefusalOfAsync(Partnerzugang.Geparkt, new() { ["x-queue-type"] = "classic", ["x-single-active-consumer"] = true, ["x-delivery-limit"] = 1000 }))
            .ShouldNotBeNull("what is parked must survive the loss of a node, too").ShouldContain("'quorum'");
        _eingang.Effects.Select(e => ((ZuweisungAngenommen)e.Tatsache).Anmerkung).ShouldBe(["davor", "danach"]);
    }

    [Theory]
    [InlineData("ZuweisungErteilt", "{0}", "Diese Art von Nachricht wird hier nicht angenommen.")]
    [InlineData(null, "{0}", "Der Nachricht fehlt die Art.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":\"Vielleicht\",\"am\":\"2027-04-06\"", "Das Feld „entscheidung“ fehlt oder hat keinen erlaubten Wert.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":0,\"am\":\"2027-04-06\"", "Das Feld „entscheidung“ fehlt oder hat keinen erlaubten Wert.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":\"Angenommen\"", "Das Feld „am“ fehlt oder hat keinen erlaubten Wert.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":\"Angenommen\",\"am\":\"6.4.2027\"", "Das Feld „am“ fehlt oder hat keinen erlaubten Wert.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":\"Angenommen\",\"am\":\"0001-01-01\"", "Das Feld „am“ fehlt oder hat keinen erlaubten Wert.")]
    [InlineData("ZuweisungBeantwortet", "{0},\"entscheidung\":\"Abgelehnt\",\"am\":\"2027-04-06\"", "Feld „text“: Bitte füllen Sie dieses Feld aus.")]
    [InlineData("ZuweisungBerichtet", "{0},\"art\":\"Ende\",\"am\":\"2027-04-06\",\"text\":\" \"", "Feld „text“: Bitte füllen Sie dieses Feld aus.")]
    [InlineData("FallfuehrungBerichtet", "{0},\"am\":\"2027-04-06\",\"kontakte\":1001,\"stand\":\"gut\",\"naechsteSchritte\":\"weiter\"", "Feld „kontakte“: ")]
    [InlineData("FallfuehrungBerichtet", "{0},\"am\":\"2027-04-06\",\"kontakte\":1,\"stand\":\" \",\"naechsteSchritte\":\"weiter\"", "Feld „stand“: Bitte füllen Sie dieses Feld aus.")]
    [InlineData("FallfuehrungBerichtet", "{0},\"am\":\"2027-04-06\",\"stand\":\"gut\",\"naechsteSchritte\":\"weiter\"", "Das Feld „kontakte“ fehlt oder hat keinen erlaubten Wert.")]
    public async Task An_invalid_message_is_parked_and_the_partner_is_told_why(string? type, string members, string reason)
    {
        await using var knoten = await StartAsync();
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        var id = Guid.NewGuid();
        var json = "{" + string.Format(null, members, $"\"nachrichtId\":\"{id}\",\"traegerId\":\"{_traegerId}\",\"zuweisungId\":\"z-1\"") + "}";
        await _partner.PublishAsync(type, json);

        var answer = await queue.NextAsync();
        answer.Properties.Type.ShouldBe("NachrichtAbgewiesen");
        answer.Body.ShouldContain($"\"abgewieseneNachrichtId\":\"{id}\"");
        answer.Body.ShouldContain($"\"grund\":\"{reason}");
        await using var parked = await _partner.ReceiveParkedAsync();
        var message = await parked.NextAsync();
        message.Body.ShouldBe(json);
        message.Header("MT-Fault-Message").ShouldNotBeNull().ShouldStartWith(reason);
        _eingang.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_parked_unread_and_its_neighbours_go_on()
    {
        await using var knoten = await StartAsync();
        await AnswerAsync("Angenommen", new string('x', 70_000));
        await AnswerAsync("Angenommen", "danach");
        await _eingang.UntilEffectsAsync(1);
        await using var parked = await _partner.ReceiveParkedAsync();
        (await parked.NextAsync()).Header("MT-Fault-Message").ShouldNotBeNull().ShouldContain("zu groß");
    }

    [Fact]
    public async Task Another_partners_referral_is_answered_exactly_like_an_unknown_one()
    {
        _eingang.Own("z-fremd", "ein-anderer");
        await using var knoten = await StartAsync();
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        var foreign = Guid.NewGuid();
        var unknown = Guid.NewGuid();
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(foreign, _traegerId, "z-fremd"));
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(unknown, _traegerId, "z-gibt-es-nicht"));

        var answers = await queue.NextAsync(2);
        Normal(answers[0], foreign).ShouldBe(Normal(answers[1], unknown));
        answers[0].Body.ShouldContain("nicht bekannt");
        _eingang.Effects.ShouldBeEmpty();

        static string Normal(Angekommen a, Guid rejected) =>
            a.Body.Replace($"{rejected}", "ID", StringComparison.Ordinal).Replace(a.Properties.MessageId!, "ID", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_must_prove_who_it_is_where_that_is_required()
    {
        await using var knoten = await StartAsync(o => o.RequireUserId = true);
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        // guest is signed in and says so; the broker would refuse any other name.
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), _traegerId, "z-1"), new BasicProperties { UserId = "guest" });
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), _traegerId, "z-1"));
        await using var parked = await _partner.ReceiveParkedAsync();
        foreach (var message in await parked.NextAsync(2))
            message.Header("MT-Fault-Message").ShouldNotBeNull().ShouldContain("nicht bestätigt");
        _eingang.Calls.ShouldBeEmpty();
        await _partner.PublishToPartnerAsync(_traegerId, "danach", "{}");
        (await queue.NextAsync()).Properties.Type.ShouldBe("danach", "whoever was impersonated hears nothing of it");
    }

    [Fact]
    public async Task What_names_no_message_or_no_partner_is_parked_with_its_reason()
    {
        await using var knoten = await StartAsync();
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.Empty, _traegerId, "z-1"));
        (await queue.NextAsync()).Body.ShouldContain("Das Feld „nachrichtId“ fehlt");
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), "beratung.#", "z-1"));
        await using var parked = await _partner.ReceiveParkedAsync();
        (await parked.NextAsync(2))[1].Header("MT-Fault-Message").ShouldNotBeNull().ShouldStartWith("Das Feld „traegerId“ fehlt");
        _eingang.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_rule_refuses_is_tried_once_and_the_partner_reads_the_rule()
    {
        _eingang.FailWith((m, _) => m.Tatsache switch
        {
            ZuweisungAngenommen => new Domain.Regeln.RuleBrokenException(new ZuweisungMussAufAntwortWarten()),
            ZuweisungAbgelehnt => new Domain.Regeln.InvalidInputException("am", "Dieser Tag liegt in der Zukunft."),
            RueckfrageGestellt => new Application.Zugriff.ZugriffVerweigertException("not yours"),
            _ => null,
        });
        await using var knoten = await StartAsync();
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        await AnswerAsync("Angenommen", "Gern.");
        await AnswerAsync("Abgelehnt", "Kein Platz.");
        await AnswerAsync("Rueckfrage", "Wann?");

        var answers = await queue.NextAsync(3);
        answers.ShouldAllBe(a => a.Properties.Type == "NachrichtAbgewiesen");
        answers[0].Body.ShouldContain("wartet nicht (mehr) auf eine Antwort");
        answers[1].Body.ShouldContain("Dieser Tag liegt in der Zukunft.");
        answers[2].Body.ShouldContain("für Sie nicht bekannt");
        _eingang.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_rejected_message_that_comes_again_is_answered_with_the_same_id()
    {
        await using var knoten = await StartAsync();
        await using var queue = await _partner.ReceiveOfAsync(_traegerId);
        var json = Beispiel.Antwort(Guid.NewGuid(), _traegerId, "z-gibt-es-nicht");
        await _partner.PublishAsync("ZuweisungBeantwortet", json);
        await _partner.PublishAsync("ZuweisungBeantwortet", json);
        await _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), _traegerId, "z-gibt-es-nicht"));
        var answers = await queue.NextAsync(3);
        answers[1].Properties.MessageId.ShouldBe(answers[0].Properties.MessageId);
        answers[2].Properties.MessageId.ShouldNotBe(answers[0].Properties.MessageId);
    }

    [Fact]
    public async Task A_conflict_is_tried_again_at_once_and_a_store_that_is_away_is_waited_for()
    {
        _eingang.FailWith((m, call) => m.Tatsache switch
        {
            ZuweisungAngenommen when call <= 3 => new ConflictException("lost"),
            ZuweisungBegonnen when call <= 3 => new StoreUnavailableException("away"),
            VerlaufGemeldet when call <= 2 => new InvalidOperationException("unforeseen"),
            _ => null,
        });
        await using var knoten = await StartAsync();
        await AnswerAsync("Angenommen", "Gern.");
        await ReportAsync("Beginn", "2027-04-12", "Erster Termin");
        await ReportAsync("Verlauf", "2027-05-03", "Läuft");
        await _eingang.UntilEffectsAsync(3);
        _eingang.Effects.Select(e => e.Tatsache.GetType()).ShouldBe([typeof(ZuweisungAngenommen), typeof(ZuweisungBegonnen), typeof(VerlaufGemeldet)]);
        _eingang.Calls.Count.ShouldBe(4 + 4 + 3);
    }

    [Fact]
    public async Task A_store_that_is_away_for_long_makes_no_poison_of_what_waits()
    {
        _eingang.FailWith((_, call) => call <= 9 ? new StoreUnavailableException("away") : null);
        await using var knoten = await StartAsync(o => o.MaxDeliveries = 1);
        await AnswerAsync("Angenommen", "Gern.");
        await _eingang.UntilEffectsAsync(1);
        _eingang.Calls.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_parked_after_three_attempts_and_its_neighbours_go_on()
    {
        _eingang.FailWith((m, _) => m.Tatsache is ProblemGemeldet ? new InvalidOperationException("poison") : null);
        await using var knoten = await StartAsync();
        await ReportAsync("Problem", "2027-05-03", "Gift");
        await ReportAsync("Verlauf", "2027-05-03", "Läuft");
        await _eingang.UntilEffectsAsync(1);
        _eingang.Calls.Count(c => c.Tatsache is ProblemGemeldet).ShouldBe(3);
        await using var parked = await _partner.ReceiveParkedAsync();
        (await parked.NextAsync()).Header("MT-Fault-Message").ShouldBe("poison");
    }

    [Fact]
    public async Task A_node_that_stops_while_the_store_is_away_leaves_the_message_to_the_next()
    {
        _eingang.FailWith((_, _) => new StoreUnavailableException("away"));
        await using (var first = await StartAsync())
        {
            await AnswerAsync("Angenommen", "Gern.");
            await ReportAsync("Beginn", "2027-04-12", "Erster Termin");
            await _eingang.UntilCallsAsync(2);
        }

        _eingang.Effects.ShouldBeEmpty();
        _eingang.FailWith((_, _) => null);
        await using var second = await StartAsync();
        await _eingang.UntilEffectsAsync(2);
        _eingang.Effects.Select(e => e.Tatsache.GetType()).ShouldBe([typeof(ZuweisungAngenommen), typeof(ZuweisungBegonnen)]);
    }

    private Task<Knoten> StartAsync(Action<MessagingOptions>? configure = null) => Knoten.StartAsync(broker.Uri, _outbox, _eingang, configure: configure);

    private Task AnswerAsync(string decision, string text) =>
        _partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), _traegerId, "z-1", decision, text));

    private Task ReportAsync(string kind, string day, string text) =>
        _partner.PublishAsync("ZuweisungBerichtet", Beispiel.Bericht(Guid.NewGuid(), _traegerId, "z-1", kind, day, text));

    /// <summary>Stands for the rule of this name; its text is found by it.</summary>
    private sealed class ZuweisungMussAufAntwortWarten : Domain.Regeln.IRegel
    {
        public bool IsBroken => true;

        public string Quelle => "R58";
    }
}
