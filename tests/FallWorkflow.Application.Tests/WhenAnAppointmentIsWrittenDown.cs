using System.Text;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>The calendar file by the rules of RFC 5545, and the letter.</summary>
public class WhenAnAppointmentIsWrittenDown
{
    private static readonly TerminVereinbart Termin =
        new("t1", Day("2027-03-03"), new(10, 0), 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 204", "Suchtberatung: wie es weitergeht");

    private static readonly Buero Buero = new() { Id = "b1", Name = "Jobcenter Nord", Land = Land.BE };

    [Fact]
    public void It_is_one_event_with_what_calendars_need()
    {
        var zeilen = Unfold(Write(LaufenderFall(Termin)));

        (zeilen[0], zeilen[1], zeilen[^1]).ShouldBe(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"));
        zeilen.Count(z => z == "BEGIN:VEVENT").ShouldBe(1);
        foreach (var eine in new[] { "PRODID", "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS" })
            zeilen.Count(z => z.StartsWith(eine + ":", StringComparison.Ordinal)).ShouldBe(1, eine);
        zeilen.ShouldContain("DTSTART:20270303T090000Z");
        zeilen.ShouldContain("DTEND:20270303T094500Z");
        zeilen.ShouldContain("DTSTAMP:20271230T090000Z");
        zeilen.ShouldContain("SUMMARY:Gespräch (FM-2027-00001)");
        zeilen.ShouldContain("LOCATION:Zimmer 204");
        zeilen.ShouldContain("STATUS:CONFIRMED");
        zeilen.ShouldContain("SEQUENCE:0");
    }

    [Theory]
    [InlineData("2027-03-28", "01:59", "20270328T005900Z")]
    [InlineData("2027-03-28", "02:30", "20270328T013000Z")]
    [InlineData("2027-03-28", "03:00", "20270328T010000Z")]
    [InlineData("2027-10-31", "02:30", "20271031T003000Z")]
    [InlineData("2027-10-31", "03:00", "20271031T020000Z")]
    [InlineData("2027-07-01", "09:00", "20270701T070000Z")]
    public void It_begins_at_the_right_instant_when_the_clock_changes(string tag, string zeit, string utc) =>
        Unfold(Write(LaufenderFall(Termin with { Am = Day(tag), Um = TimeOnly.ParseExact(zeit, "HH:mm", null) }))).ShouldContain($"DTSTART:{utc}");

    [Fact]
    public void Lines_are_folded_at_75_octets_between_characters_and_end_with_CR_LF()
    {
        var ort = string.Concat(Enumerable.Repeat("Größe 🏠 ", 22)).Trim();
        var datei = Write(LaufenderFall(Termin with { Ort = ort }));

        var roh = Encoding.UTF8.GetString(datei);
        roh.ShouldEndWith("\r\n");
        roh.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        var zeilen = roh.Split("\r\n");
        zeilen.ShouldAllBe(z => Encoding.UTF8.GetByteCount(z) <= 75);
        zeilen.Count(z => z.StartsWith(' ')).ShouldBeGreaterThan(2);
        roh.ShouldNotContain("\uFFFD");
        Unfold(datei).ShouldContain($"LOCATION:{ort}");
    }

    [Fact]
    public void Texts_are_escaped() =>
        Unfold(Write(LaufenderFall(Termin with { Ort = "Haus A; 2. Stock,\nrechts\\links" }))).ShouldContain("LOCATION:Haus A\\; 2. Stock\\,\\nrechts\\\\links");

    [Fact]
    public void The_same_appointment_keeps_its_UID_and_counts_up_until_it_is_called_off()
    {
        var fall = LaufenderFall(Termin);
        var vorher = Unfold(Write(fall));
        var verschoben = Unfold(Write(LaufenderFall(Termin, new TerminVerschoben("t1", Day("2027-03-05"), new(11, 0), "Kind krank"))));
        var abgesagt = Unfold(Write(LaufenderFall(Termin, new TerminVerschoben("t1", Day("2027-03-05"), new(11, 0), "Kind krank"), new TerminAbgesagt("t1", Absageseite.Klient, "Umzug"))));

        new[] { vorher, verschoben, abgesagt }.Select(z => z.Single(l => l.StartsWith("UID:", StringComparison.Ordinal))).Distinct().Count().ShouldBe(1);
        new[] { vorher, verschoben, abgesagt }.Select(z => z.Single(l => l.StartsWith("SEQUENCE:", StringComparison.Ordinal))).ShouldBe(["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"]);
        verschoben.ShouldContain("DTSTART:20270305T100000Z");
        new[] { vorher, verschoben, abgesagt }.Select(z => z.Single(l => l.StartsWith("STATUS:", StringComparison.Ordinal))).ShouldBe(["STATUS:CONFIRMED", "STATUS:CONFIRMED", "STATUS:CANCELLED"]);
        Unfold(Write(LaufenderFall(Termin with { TerminId = "t2" }), "t2")).ShouldNotContain(vorher.Single(l => l.StartsWith("UID:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Kontaktform.BeimTraeger)]
    [InlineData(Kontaktform.Hausbesuch)]
    [InlineData(Kontaktform.Spaziergang)]
    [InlineData(Kontaktform.Buero)]
    public void It_says_nothing_about_the_person_and_names_no_place_but_the_own_office(Kontaktform form)
    {
        var text = string.Join('\n', Unfold(Write(LaufenderFall(Termin with { Form = form, Ort = "Suchthilfe am Markt" }))));
        text.ShouldNotContain("Suchtberatung");
        text.ShouldNotContain("Muster");
        text.Contains("Suchthilfe", StringComparison.Ordinal).ShouldBe(form == Kontaktform.Buero);
    }

    [Fact]
    public void The_letter_says_what_it_is_about_and_threatens_with_nothing()
    {
        var fall = LaufenderFall(Termin with { Teilnehmende = [new(Teilnehmerart.Klient, "Ada Muster"), new(Teilnehmerart.Traeger, "Herr Beispiel")] });
        var brief = Einladung.Write(fall, fall.Termine["t1"], Buero, new() { Id = "fm-1", Name = "Anna Fischer", Rolle = Rollen.Fallmanager, EMail = "anna@example.org" });

        (brief.Absender, brief.Anrede, brief.Betreff, brief.Unterschrift).ShouldBe(("Jobcenter Nord", "Guten Tag Ada Muster,", "Einladung zum Gespräch: Mittwoch, 3. März 2027, 10:00 Uhr", "Anna Fischer"));
        brief.Angaben.Select(a => a.Wert).ShouldBe(
            ["Mittwoch, 3. März 2027, 10:00 Uhr", "Zimmer 204", "etwa 45 Minuten", "Anna Fischer, Herr Beispiel", "Suchtberatung: wie es weitergeht"]);
        var text = string.Join('\n', brief.Absaetze.Append(brief.Anfang).Append(brief.Betreff));
        text.ShouldContain("Bringen Sie gern einen Menschen mit");
        text.ShouldContain("anna@example.org");
        foreach (var wort in new[] { "Sanktion", "Minderung", "Pflicht", "Rechtsfolge", "§", "müssen", "unverzüglich" })
            text.ShouldNotContain(wort);
    }

    [Fact]
    public void A_letter_after_a_move_says_so_and_without_an_occasion_it_says_something_general()
    {
        var fall = LaufenderFall(Termin with { Anliegen = null }, new TerminVerschoben("t1", Day("2027-03-05"), new(11, 0), "Kind krank"));
        var brief = Einladung.Write(fall, fall.Termine["t1"], Buero, null);
        brief.Betreff.ShouldBe("Ihr Termin ist jetzt: Freitag, 5. März 2027, 11:00 Uhr");
        brief.Angaben[^1].Wert.ShouldBe("Wir sprechen darüber, wie es Ihnen geht und was als Nächstes helfen kann.");
        brief.Unterschrift.ShouldBe("Ihr Fallmanagement");
    }

    [Fact]
    public void Weekend_Feiertag_Pause_and_collision_are_pointed_out()
    {
        var kalender = Arbeitskalender.For(Land.BE);
        Hints(Termin).ShouldBeEmpty();
        Hints(Termin with { Am = Day("2027-03-06") }).ShouldBe(["Dieser Tag liegt am Wochenende."]);
        Hints(Termin with { Am = Day("2027-03-08") }).ShouldBe(["Dieser Tag ist ein Feiertag (Internationaler Frauentag)."]);
        Hints(Termin, new PauseBegonnen("p", Day("2027-03-01"), Day("2027-03-19"), "Reha")).ShouldBe(["Der Tag liegt in einer Pause des Falls."]);
        Hints(Termin, andere: [Other(9, 30), Other(10, 45), Other(9, 15)]).ShouldBe(["Überschneidet sich mit einem anderen Termin von 09:30 bis 10:15 Uhr."]);

        Hints(Termin, andere: [Other(9, 30) with { Stand = Terminstand.Abgesagt }]).ShouldBeEmpty("what was called off takes nobody's time");
        Hints(Termin, andere: [Other(10, 0) with { FallId = LaufenderFall().Id, TerminId = "t1" }]).ShouldBeEmpty("it does not collide with itself");
        Hints(Termin, andere: [Other(10, 0) with { FallId = LaufenderFall().Id }, Other(10, 0) with { TerminId = "t1" }]).Count.ShouldBe(2);
        Hints(Termin with { Am = Day("2027-03-06") }, danach: new TerminAbgesagt("t1", Absageseite.Klient, "Umzug")).ShouldBeEmpty("nobody comes");

        IReadOnlyList<string> Hints(TerminVereinbart termin, Tatsache? weitere = null, Terminzeile[]? andere = null, Tatsache? danach = null)
        {
            var fall = LaufenderFall([.. new[] { weitere, termin, danach }.OfType<Tatsache>()]);
            return Terminhinweis.Of(fall, fall.Termine["t1"], kalender, andere ?? []);
        }

        static Terminzeile Other(int stunde, int minute)
        {
            var beginn = Ortszeit.At(Day("2027-03-03"), new(stunde, minute));
            return new(Guid.NewGuid(), "FM-2027-00002", "b1", null, "fm-1", "x", beginn, beginn.AddMinutes(45), Kontaktform.Buero, Terminzweck.Gespraech, null, Terminstand.Vereinbart, Day("2027-01-18"), 0);
        }
    }

    private static byte[] Write(Fall fall, string id = "t1") => Kalenderdatei.Write(fall, id);

    private static List<string> Unfold(byte[] datei) => [.. Encoding.UTF8.GetString(datei).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
