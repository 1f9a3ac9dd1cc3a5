using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

public class WhenPeopleMeetByAppointment
{
    [Fact]
    public void A_move_changes_what_it_names_and_keeps_the_rest()
    {
        var termin = MitTermin().With(new TerminVerschoben("t1", Day("2027-11-05"), new(14, 30), "Kind ist krank"), "2027-03-02").Termine["t1"];
        (termin.Am, termin.Um, termin.Dauer, termin.Form, termin.Ort, termin.Verschoben, termin.IstOffen)
            .ShouldBe((Day("2027-11-05"), new TimeOnly(14, 30), 45, Kontaktform.Buero, "Zimmer 204", 1, true));
        (termin.Beginn, termin.Ende).ShouldBe((new(2027, 11, 5, 13, 30, 0, TimeSpan.Zero), new(2027, 11, 5, 14, 15, 0, TimeSpan.Zero)));
        MitTermin().With(new TerminVerschoben("t1", Day("2027-11-05"), new(14, 30), "länger", Dauer: 90), "2027-03-02").Termine["t1"].Dauer.ShouldBe(90);
    }

    [Fact]
    public void A_contact_held_closes_it_and_what_was_recorded_about_it_was_discussed()
    {
        var fall = MitTermin();
        fall.ZuBesprechen.ShouldContain(fall.Last<TerminVereinbart>());
        fall.With(new KontaktGehalten(Kontaktform.Buero, "Post", TerminId: "t1"), "2027-11-03");
        fall.Termine["t1"].Stand.ShouldBe(Terminstand.Gehalten);
        fall.LetzterKontaktAm.ShouldBe(Day("2027-11-03"));
        fall.BesprechungOf(fall.Last<TerminVereinbart>()).ShouldBe((Besprechungsstand.Besprochen, Day("2027-11-03")));
        fall.Reloaded().Termine["t1"].Stand.ShouldBe(Terminstand.Gehalten);
    }

    [Fact]
    public void Missing_it_closes_it_and_restarts_no_window()
    {
        var fall = MitTermin();
        var vorher = fall.LetzterKontaktAm;
        fall.With(new KontaktAusgefallen("nicht gekommen", "t1"), "2027-11-03");
        (fall.Termine["t1"].Stand, fall.LetzterKontaktAm).ShouldBe((Terminstand.Ausgefallen, vorher));
    }

    [Fact]
    public void The_first_interview_closes_it_too_and_it_can_be_missed_before_the_admission()
    {
        var termin = Of<TerminVereinbart>() with { Am = Day("2027-01-18"), Zweck = Terminzweck.ErstesGespraech };
        var fall = Angenommen().With(termin, "2027-01-13").With(new KontaktAusgefallen("krank", "t1"))
            .With(termin with { TerminId = "t2" }).With(Of<ErstgespraechGefuehrt>() with { TerminId = "t2" });
        fall.Termine.Values.Select(t => t.Stand).ShouldBe([Terminstand.Ausgefallen, Terminstand.Gehalten]);
    }

    [Fact]
    public void Calling_it_off_closes_it_and_the_reason_of_the_house_is_to_be_discussed()
    {
        var fall = MitTermin().With(Of<TerminAbgesagt>() with { Durch = Absageseite.Jobcenter }, "2027-03-02");
        fall.Termine["t1"].Stand.ShouldBe(Terminstand.Abgesagt);
        fall.ZuBesprechen.ShouldContain(fall.Last<TerminAbgesagt>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_the_Fall_ends_what_is_still_open(bool aufgenommen)
    {
        var fall = aufgenommen ? MitTermin().With<FallBeendet>("2027-10-01") : Beraten().With<TerminVereinbart>().With<NichtAufgenommen>();
        fall.Termine["t1"].Stand.ShouldBe(Terminstand.Entfallen);
    }

    [Fact]
    public void Every_change_raises_the_sequence_corrections_too_and_nothing_lowers_it()
    {
        var fall = MitTermin();
        var folgen = new List<int> { fall.TerminfolgeOf("t1") };
        fall.With<TerminVerschoben>("2027-03-02");
        folgen.Add(fall.TerminfolgeOf("t1"));
        fall.Take(Of<TerminVerschoben>() with { Um = new(15, 0) }, "2027-03-02", "Zahlendreher", fall.Last<TerminVerschoben>().Id);
        folgen.Add(fall.TerminfolgeOf("t1"));
        (fall.Termine["t1"].Um, fall.Termine["t1"].Verschoben).ShouldBe((new TimeOnly(15, 0), 1));
        fall.With<FallBeendet>("2027-10-01");
        folgen.Add(fall.TerminfolgeOf("t1"));
        folgen.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Consent_to_be_reminded_holds_until_it_is_taken_back()
    {
        var fall = Laufend().With<TerminerinnerungGewuenscht>("2027-02-01");
        (fall.ErinnerungAn, fall.ErinnerungSeit).ShouldBe(("ada.muster@example.org", Day("2027-02-01")));
        fall.With(new TerminerinnerungGewuenscht("ada@example.org", true), "2027-02-02").ErinnerungAn.ShouldBe("ada@example.org");
        fall.With<TerminerinnerungWiderrufen>("2027-02-03").ErinnerungAn.ShouldBeNull();
        fall.Reloaded().ErinnerungAn.ShouldBeNull();
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("Ada Muster <ada@example.org>")]
    [InlineData("ada@example.org, bob@example.org")]
    [InlineData("ada@example.org\r\nBcc: alle@example.org")]
    [InlineData("ada @example.org")]
    public void What_is_no_single_mail_address_is_named(string adresse) =>
        new TerminerinnerungGewuenscht(adresse, true).Validate().Select(f => f.Feld).ShouldBe(["eMail"]);

    [Fact]
    public void An_appointment_by_telephone_or_video_needs_no_place()
    {
        foreach (var form in Enum.GetValues<Kontaktform>())
        {
            (Of<TerminVereinbart>() with { Form = form, Ort = null }).Validate().Select(f => f.Feld)
                .ShouldBe(form is Kontaktform.Telefon or Kontaktform.Video ? [] : ["ort"], form.ToString());
        }
    }

    [Fact]
    public void The_letter_tells_the_appointment_as_it_stood_and_a_moved_one_needs_another()
    {
        var fall = MitTermin().With<EinladungVersandt>("2027-03-02");
        fall.Termine["t1"].Einladung.ShouldBe((Day("2027-03-02"), Zustellweg.Post));
        fall.With<TerminVerschoben>("2027-03-03").Termine["t1"].Einladung.ShouldBeNull("the letter told another day");
        fall.With(new EinladungVersandt("t1", Zustellweg.Uebergeben), "2027-03-04").Reloaded().Termine["t1"].Einladung.ShouldBe((Day("2027-03-04"), Zustellweg.Uebergeben));
        fall.Last<EinladungVersandt>().ErfasstVon.ShouldBe("fm-1");
    }

    [Theory]
    [InlineData("2027-03-02", "2027-03-03", false)]
    [InlineData("2027-03-04", "2027-03-03", true)]
    public void Letter_and_move_count_by_their_days_in_whatever_order_they_are_recorded(string brief, string verschoben, bool gilt)
    {
        foreach (var fall in new[] { MitTermin().With<TerminVerschoben>(verschoben).With<EinladungVersandt>(brief), MitTermin().With<EinladungVersandt>(brief).With<TerminVerschoben>(verschoben) })
            (fall.Reloaded().Termine["t1"].Einladung is not null).ShouldBe(gilt);
    }

    [Fact]
    public void On_one_day_the_later_entry_counts() =>
        MitTermin().With<EinladungVersandt>("2027-03-03").With<TerminVerschoben>("2027-03-03").With<EinladungVersandt>("2027-03-03").Termine["t1"].Einladung.ShouldNotBeNull();
}
