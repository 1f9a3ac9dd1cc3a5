using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Tests;

public sealed class WhenAFactGoesThroughItsForm
{
    [Fact]
    public void A_plan_with_two_steps_comes_out_as_it_went_in()
    {
        var plan = new PlanVereinbart(
            ["Mira Ödön", "Anna"],
            [
                new("Beratung „Größe“", Verantwortung.Klient, Schrittthema.Sucht, Verbindlich: false, Bis: new(2027, 6, 1)),
                new("Kurs", Verantwortung.VermittelteLeistung, Schrittthema.Qualifizierung, Rechtsgrundlage: "§ 45 SGB III"),
            ],
            "Gespräch",
            "10 Wochen");

        var zurueck = RoundTrip(plan).ShouldBeOfType<PlanVereinbart>();

        zurueck.Beteiligte.ShouldBe(plan.Beteiligte);
        zurueck.Schritte.ShouldBe(plan.Schritte);
        zurueck.UeberpruefungNach.ShouldBe("10 Wochen");
    }

    [Fact]
    public void An_assessment_with_help_and_ranks_comes_out_as_it_went_in()
    {
        var assessment = new AssessmentAbgeschlossen(
            [.. Enum.GetValues<Lebensbereich>().Select((b, i) => new Bereichsbild(b, "Probleme", "Ressourcen", GemeinsamAm: new(2027, 2, 1), Prioritaet: i + 1))],
            Hilfen: [new("Schwester", "Kinderbetreuung", Hilfeart.Informell, "seit Herbst")],
            Einbezogen: ["Schwester", "Hausärztin"],
            BildungUndTeilhabe: Bildungsteilhabe.WirdBeantragt);

        var zurueck = RoundTrip(assessment).ShouldBeOfType<AssessmentAbgeschlossen>();

        zurueck.Bereiche.ShouldBe(assessment.Bereiche);
        zurueck.Hilfen.ShouldBe(assessment.Hilfen);
        zurueck.Einbezogen.ShouldBe(assessment.Einbezogen);
        zurueck.BildungUndTeilhabe.ShouldBe(Bildungsteilhabe.WirdBeantragt);
    }

    [Fact]
    public void An_appointment_comes_out_as_it_went_in()
    {
        var termin = new TerminVereinbart("t", new(2027, 4, 1), new(9, 5), 45, Kontaktform.Hausbesuch, Terminzweck.Planbesprechung, "Am Weg 1", "Größe", [new(Teilnehmerart.Angehoerige, "Schwester")]);

        var zurueck = RoundTrip(termin).ShouldBeOfType<TerminVereinbart>();

        zurueck.Teilnehmende.ShouldBe(termin.Teilnehmende);
        (zurueck with { Teilnehmende = termin.Teilnehmende }).ShouldBe(termin);
    }

    [Theory]
    [InlineData("14:30", "14:30")]
    [InlineData("9:05", "09:05")]
    [InlineData(" 9.05 Uhr ", "09:05")]
    [InlineData("24:00", null)]
    [InlineData("12:60", null)]
    [InlineData("halb drei", null)]
    public void Times_are_read_as_Germans_write_them(string text, string? zeit)
    {
        var formular = Build("TerminVerschoben");
        var eingaben = new Eingaben();
        Formularwerte.Fill(formular, eingaben, new TerminVerschoben("t", new(2027, 4, 1), new(8, 0), "passt besser"));
        eingaben["um"] = text;

        var gelesen = Formularleser.Read(formular, eingaben);

        ((gelesen.Tatsache as TerminVerschoben)?.Um.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(zeit);
        gelesen.Fehler.Select(f => f.Feld).ShouldBe(zeit is null ? ["um"] : []);
    }

    [Fact]
    public void A_contact_offers_what_is_still_to_be_discussed_and_its_correction_what_it_said_before()
    {
        var fall = Fall.Open(Guid.NewGuid(), "FM-2027-00001", "b1");
        var vorkontakt = Record(new VorkontaktGehalten("Tagestreff", "Post"));
        var ausfall = Record(new SichtweiseFestgehalten("Arbeit", Sichtseite.Fallmanagement, "Geht noch nicht."));
        var kontext = Formularkontext.Leer(Jobcenter.AnnaAkteur) with { Fall = fall };
        Offered(kontext).ShouldBe([ausfall.ToString()]);

        var eingaben = new Eingaben();
        eingaben.Set("besprochen", [ausfall.ToString()]);
        var gelesen = Formularleser.Read(Formularbauer.Build(TatsachenKatalog.Find("EintraegeBesprochen")!, kontext), eingaben);
        var besprochen = Record(gelesen.Tatsache.ShouldBeOfType<EintraegeBesprochen>());

        Offered(kontext).ShouldBeEmpty();
        Offered(kontext with { Berichtigt = besprochen }).ShouldBe([ausfall.ToString()]);
        Offered(kontext with { ZumLesen = true }).ShouldBe([vorkontakt.ToString(), ausfall.ToString(), besprochen.ToString()]);

        Guid Record(Tatsache tatsache) =>
            fall.Record(tatsache, new Erfassung(new(2027, 1, 11), new(2027, 1, 11), new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero), "fm-1"))[0].Id;

        static IEnumerable<string> Offered(Formularkontext kontext) =>
            Formularbauer.Build(TatsachenKatalog.Find("EintraegeBesprochen")!, kontext).Feld("besprochen")!.Optionen.Select(o => o.Wert);
    }

    [Fact]
    public void A_first_interview_with_a_skipped_point_comes_out_as_it_went_in()
    {
        var gespraech = new ErstgespraechGefuehrt(
            Kontaktform.Spaziergang,
            [.. Enum.GetValues<Agendapunkt>().Select(p => p == Agendapunkt.Anlass ? new AgendaErgebnis(p, false, "war bekannt") : new AgendaErgebnis(p, true))],
            Enum.GetValues<Aufklaerungsthema>(),
            "Merkblatt",
            LebensumstaendeGewuenscht: false);

        var zurueck = RoundTrip(gespraech).ShouldBeOfType<ErstgespraechGefuehrt>();

        zurueck.Agenda.ShouldBe(gespraech.Agenda);
        zurueck.Aufgeklaert.ShouldBe(gespraech.Aufgeklaert);
        zurueck.LebensumstaendeGewuenscht.ShouldBeFalse();
        zurueck.Form.ShouldBe(Kontaktform.Spaziergang);
    }

    [Fact]
    public void A_handover_with_its_person_comes_out_as_it_went_in()
    {
        var uebergabe = new Uebergeben(
            new Person("Jürgen", "Groß", new(1980, 2, 29), "0151", "Straße 1"),
            [new(Bedarfsbereich.Wohnen, "keine Wohnung")],
            true,
            "will",
            RueckspracheGewuenscht: true);

        var zurueck = RoundTrip(uebergabe).ShouldBeOfType<Uebergeben>();

        zurueck.Person.ShouldBe(uebergabe.Person);
        zurueck.Handlungsbedarfe.ShouldBe(uebergabe.Handlungsbedarfe);
        zurueck.RueckspracheGewuenscht.ShouldBeTrue();
    }

    [Fact]
    public void An_error_in_a_row_is_shown_at_that_row_although_rows_before_it_are_empty()
    {
        var formular = Build("PlanVereinbart");
        var eingaben = new Eingaben
        {
            ["beteiligte"] = "Mira",
            ["artDerUeberpruefung"] = "Gespräch",
            ["schritte[2].bezeichnung"] = new string('x', 201),
            ["schritte[2].verantwortlich"] = "Klient",
            ["schritte[2].thema"] = "Wohnen",
        };

        var gelesen = Formularleser.Read(formular, eingaben);

        gelesen.Fehler.ShouldHaveSingleItem().Feld.ShouldBe("schritte[2].bezeichnung");
    }

    [Fact]
    public void A_question_without_an_answer_is_no_no()
    {
        var formular = Build("KlientEntschieden");

        var gelesen = Formularleser.Read(formular, new Eingaben());

        gelesen.Fehler.ShouldHaveSingleItem().Feld.ShouldBe("moechteFallmanagement");
    }

    [Theory]
    [InlineData("15.03.2027", "2027-03-15")]
    [InlineData("5.3.2027", "2027-03-05")]
    [InlineData(" 05.03.27 ", "2027-03-05")]
    [InlineData("2027-03-05", "2027-03-05")]
    [InlineData("31.02.2027", null)]
    [InlineData("03/05/2027", null)]
    [InlineData("morgen", null)]
    public void Days_are_read_as_Germans_write_them(string text, string? tag)
    {
        var gelesen = Formularleser.TryReadDate(text, out var datum);

        (gelesen ? datum.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null).ShouldBe(tag);
    }

    private static Tatsache RoundTrip(Tatsache tatsache)
    {
        var formular = Build(TatsachenKatalog.ArtOf(tatsache).Name);
        var eingaben = new Eingaben();
        Formularwerte.Fill(formular, eingaben, tatsache);
        var gelesen = Formularleser.Read(formular, eingaben);
        gelesen.Fehler.ShouldBeEmpty();
        return (Tatsache)gelesen.Tatsache!;
    }

    private static Formular Build(string art) =>
        Formularbauer.Build(TatsachenKatalog.Find(art)!, Formularkontext.Leer(Jobcenter.AnnaAkteur) with { NeueKennung = () => "neu" });
}
