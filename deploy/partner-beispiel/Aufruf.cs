using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FallWorkflow.PartnerBeispiel;

/// <summary>What the command line asks for.</summary>
/// <param name="Antwort">annehmen, ablehnen, rueckfrage or schweigen.</param>
/// <param name="Berichte">Reports that follow an acceptance, in this order: beginn, verlauf, problem, ende; fallfuehrung follows a mandate.</param>
/// <param name="Einmal">Ends after this many referrals; null runs until stopped.</param>
/// <param name="Datum">Date of answers: nachricht (the day on which the message was sent), heute, or a day as yyyy-MM-dd.</param>
internal sealed partial record Aufruf(
    Uri Broker, string TraegerId, string Antwort, IReadOnlyList<string> Berichte, int? Einmal, string Datum)
{
    public const string Hilfe =
        """
        Aufruf: partner-beispiel --uri amqp://benutzer:kennwort@host:5672/ --traeger <id>
                [--antwort annehmen|ablehnen|rueckfrage|schweigen]   (sonst: annehmen)
                [--bericht beginn,verlauf,problem,ende,fallfuehrung] (sonst: keiner)
                [--einmal <Anzahl>]                                  (sonst: läuft bis zum Beenden)
                [--datum nachricht|heute|<JJJJ-MM-TT>]               (sonst: nachricht)
        """;

    private static readonly string[] Antworten = ["annehmen", "ablehnen", "rueckfrage", "schweigen"];
    private static readonly string[] Berichtsarten = ["beginn", "verlauf", "problem", "ende", "fallfuehrung"];
    private static readonly string[] Namen = ["--uri", "--traeger", "--antwort", "--bericht", "--einmal", "--datum"];

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Aufruf? aufruf, out string fehler)
    {
        aufruf = null;
        var werte = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!Namen.Contains(args[i]) || i + 1 == args.Length || !werte.TryAdd(args[i], args[i + 1]))
            {
                fehler = $"Die Angabe „{args[i]}“ ist unbekannt, doppelt oder ohne Wert.";
                return false;
            }
        }

        var antwort = werte.GetValueOrDefault("--antwort", "annehmen");
        var berichte = werte.GetValueOrDefault("--bericht", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var datum = werte.GetValueOrDefault("--datum", "nachricht");
        var einmal = 0;
        fehler =
            !Uri.TryCreate(werte.GetValueOrDefault("--uri"), UriKind.Absolute, out var broker) || broker.Scheme is not ("amqp" or "amqps")
                ? "Bitte geben Sie mit --uri die Adresse des Brokers an (amqp:// oder amqps://)."
            : !TraegerIdRegex().IsMatch(werte.GetValueOrDefault("--traeger", ""))
                ? "Bitte geben Sie mit --traeger die Kennung Ihres Hauses an (Kleinbuchstaben, Ziffern, Bindestriche)."
            : !Antworten.Contains(antwort) ? $"Für --antwort sind erlaubt: {string.Join(", ", Antworten)}."
            : berichte.Except(Berichtsarten).Any() ? $"Für --bericht sind erlaubt: {string.Join(", ", Berichtsarten)}."
            : werte.TryGetValue("--einmal", out var text) && (!int.TryParse(text, out einmal) || einmal < 1) ? "Für --einmal ist eine Zahl ab 1 erlaubt."
            : datum is not ("nachricht" or "heute") && !DateOnly.TryParseExact(datum, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? "Für --datum sind erlaubt: nachricht, heute oder ein Tag wie 2027-04-06."
            : "";
        if (fehler.Length > 0)
            return false;
        aufruf = new(broker!, werte["--traeger"], antwort, berichte, einmal == 0 ? null : einmal, datum);
        return true;
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9]){0,59}$")]
    private static partial Regex TraegerIdRegex();
}
