using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace FallWorkflow.PartnerBeispiel;

/// <summary>A partner organisation's side of the wire: receives referrals, answers and reports.</summary>
internal sealed class Partner(Aufruf aufruf, TimeProvider uhr, TextWriter ausgabe)
{
    private const string Ausgang = "fallworkflow.traeger-ausgang";
    private const string Eingang = "fallworkflow.traeger-eingang";

    private static readonly TimeZoneInfo Ortszeit = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly JsonSerializerOptions Lesbar = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _erledigt = [];
    private int _zuweisungen;

    /// <summary>Works until the token fires, the connection breaks (exception), or enough referrals were handled.</summary>
    public async Task RunAsync(CancellationToken ende)
    {
        var factory = new ConnectionFactory { Uri = aufruf.Broker, AutomaticRecoveryEnabled = false, ClientProvidedName = "partner-beispiel" };
        await using var connection = await factory.CreateConnectionAsync(ende);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ende);
        var queue = $"traeger.{aufruf.TraegerId}.zuweisungen";

        // Exactly as FallWorkflow declares them, so it does not matter who is first.
        await channel.ExchangeDeclareAsync(Ausgang, ExchangeType.Direct, durable: true, autoDelete: false, cancellationToken: ende);
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: ende);
        await channel.QueueBindAsync(queue, Ausgang, $"traeger.{aufruf.TraegerId}", cancellationToken: ende);
        await channel.BasicQosAsync(0, prefetchCount: 1, global: false, ende);

        var angekommen = Channel.CreateUnbounded<BasicDeliverEventArgs>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, e) =>
            // The body's memory is only ours during this call.
            await angekommen.Writer.WriteAsync(new(e.ConsumerTag, e.DeliveryTag, e.Redelivered, e.Exchange, e.RoutingKey, e.BasicProperties, e.Body.ToArray()));
        channel.ChannelShutdownAsync += (_, e) =>
        {
            angekommen.Writer.TryComplete(new IOException(e.ReplyText));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, ende);
        await ausgabe.WriteLineAsync($"Bereit: {aufruf.TraegerId} wartet auf Zuweisungen.");

        while (aufruf.Einmal is null || _zuweisungen < aufruf.Einmal)
        {
            BasicDeliverEventArgs nachricht;
            try
            {
                nachricht = await angekommen.Reader.ReadAsync(ende);
            }
            catch (ChannelClosedException e) when (e.InnerException is IOException io)
            {
                throw io;
            }

            await HandleAsync(channel, nachricht);
            // Only now: what was published for it has been confirmed by the broker.
            await channel.BasicAckAsync(nachricht.DeliveryTag, multiple: false, CancellationToken.None);
        }
    }

    private async Task HandleAsync(IChannel channel, BasicDeliverEventArgs nachricht)
    {
        var art = nachricht.BasicProperties.Type;
        var inhalt = JsonNode.Parse(nachricht.Body.Span)!.AsObject();
        var id = (string)inhalt["nachrichtId"]!;
        if (_erledigt.Contains(id))
        {
            await ausgabe.WriteLineAsync($"{art}: schon bearbeitet, nichts zu tun.");
            return;
        }

        switch (art)
        {
            case "ZuweisungErteilt":
                await PrintAsync(inhalt);
                await AnswerAsync(channel, inhalt, aufruf.Antwort);
                _zuweisungen++;
                break;
            case "RueckfrageBeantwortet":
                await ausgabe.WriteLineAsync($"Antwort auf die Rückfrage zu {inhalt["zuweisungId"]}: {inhalt["antwort"]}");
                await AnswerAsync(channel, inhalt, "annehmen");
                break;
            case "ZuweisungZurueckgezogen":
                await ausgabe.WriteLineAsync($"Die Zuweisung {inhalt["zuweisungId"]} ist beendet. Bitte löschen Sie die Angaben dazu.");
                break;
            case "FallfuehrungUebertragen":
                await ausgabe.WriteLineAsync($"Sie führen den Fall zu {inhalt["zuweisungId"]}: {inhalt["auftrag"]}. Erster Bericht bis {inhalt["berichtBis"]}.");
                if (aufruf.Berichte.Contains("fallfuehrung"))
                {
                    await PublishAsync(channel, "FallfuehrungBerichtet", inhalt, "fallfuehrung", new()
                    {
                        ["kontakte"] = 1,
                        ["stand"] = "Wir haben uns kennengelernt.",
                        ["naechsteSchritte"] = "Jede Woche ein Gespräch.",
                    });
                }

                break;
            case "FallfuehrungZurueckgenommen":
                await ausgabe.WriteLineAsync($"Das Jobcenter führt den Fall zu {inhalt["zuweisungId"]} wieder selbst. Die Zuweisung läuft weiter.");
                break;
            case "NachrichtAbgewiesen":
                await ausgabe.WriteLineAsync($"Die Nachricht {inhalt["abgewieseneNachrichtId"]} wurde abgewiesen: {inhalt["grund"]}");
                break;
            default:
                await ausgabe.WriteLineAsync($"Unbekannte Art von Nachricht: {art}");
                break;
        }

        // Last: if publishing failed, the message comes again and must not look done.
        _erledigt.Add(id);
    }

    private async Task PrintAsync(JsonObject zuweisung)
    {
        await ausgabe.WriteLineAsync($"Neue Zuweisung {zuweisung["zuweisungId"]}: {zuweisung["leistung"]}");
        foreach (var (feld, wert) in zuweisung["felder"]!.AsObject())
            await ausgabe.WriteLineAsync($"  {feld}: {wert}");
        var bis = DateOnly.ParseExact((string)zuweisung["antwortBis"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ausgabe.WriteLineAsync($"  Antwort erbeten bis {bis.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}");
    }

    private async Task AnswerAsync(IChannel channel, JsonObject anlass, string antwort)
    {
        var (entscheidung, text) = antwort switch
        {
            "annehmen" => ("Angenommen", "Wir melden uns bei der Person."),
            "ablehnen" => ("Abgelehnt", "Zurzeit ist kein Platz frei."),
            "rueckfrage" => ("Rueckfrage", "Welche Zeiten passen der Person?"),
            _ => ("", ""),
        };
        if (entscheidung.Length == 0)
            return;
        await PublishAsync(channel, "ZuweisungBeantwortet", anlass, entscheidung, new() { ["entscheidung"] = entscheidung, ["text"] = text });
        if (entscheidung != "Angenommen")
            return;
        foreach (var bericht in aufruf.Berichte.Where(b => b != "fallfuehrung"))
        {
            var (art, bemerkung) = bericht switch
            {
                "beginn" => ("Beginn", "Der erste Termin hat stattgefunden."),
                "verlauf" => ("Verlauf", "Die Termine werden wahrgenommen."),
                "problem" => ("Problem", "Ein Termin wurde versäumt."),
                _ => ("Ende", "Das vereinbarte Ziel ist erreicht."),
            };
            await PublishAsync(channel, "ZuweisungBerichtet", anlass, art, new() { ["art"] = art, ["text"] = bemerkung });
        }
    }

    private async Task PublishAsync(IChannel channel, string art, JsonObject anlass, string schritt, JsonObject inhalt)
    {
        var zuweisungId = (string)anlass["zuweisungId"]!;
        // Derived from what is said about which message, not from the attempt: if this program dies and says it again, it is recognised.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{anlass["nachrichtId"]}/{schritt}")).AsSpan(0, 16));
        inhalt["nachrichtId"] = id.ToString();
        inhalt["traegerId"] = aufruf.TraegerId;
        inhalt["zuweisungId"] = zuweisungId;
        inhalt["am"] = DayOf(anlass).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var properties = new BasicProperties { Type = art, MessageId = id.ToString(), ContentType = "application/json", Persistent = true };
        if (aufruf.Broker.UserInfo.Split(':')[0] is { Length: > 0 } benutzer)
            properties.UserId = Uri.UnescapeDataString(benutzer); // the broker verifies it
        // Mandatory and with confirmation: returns only when the broker keeps the message, and fails if the queue is missing.
        await channel.BasicPublishAsync("", Eingang, mandatory: true, properties, Encoding.UTF8.GetBytes(inhalt.ToJsonString(Lesbar)));
        await ausgabe.WriteLineAsync($"Gesendet zu {zuweisungId}: {schritt}");
    }

    /// <summary>The day of the message by default, so that the example also works where the Jobcenter's clock was moved on for a demonstration.</summary>
    private DateOnly DayOf(JsonObject anlass)
    {
        if (DateOnly.TryParseExact(aufruf.Datum, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag))
            return tag;
        var instant = aufruf.Datum == "heute" ? uhr.GetUtcNow() : DateTimeOffset.Parse((string)anlass["gesendetAm"]!, CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Ortszeit).DateTime);
    }
}
