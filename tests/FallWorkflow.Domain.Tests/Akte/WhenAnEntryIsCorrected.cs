using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

public class WhenAnEntryIsCorrected
{
    [Fact]
    public void The_old_one_stays_readable_beside_the_new_one()
    {
        var fall = MitZiel();
        var alt = fall.Last<ZielVereinbart>();
        var neu = Correct(fall, alt, Of<ZielVereinbart>() with { Messkriterium = "Ratenplan steht" }, "2027-02-01").Single();

        fall.Akte.ShouldContain(alt);
        fall.IsSuperseded(alt).ShouldBeTrue();
        fall.IsSuperseded(neu).ShouldBeFalse();
        (neu.Berichtigt, neu.Begruendung).ShouldBe((alt.Id, "Schreibfehler"));
        fall.Ziele["g1"].Messkriterium.ShouldBe("Ratenplan steht");
    }

    [Fact]
    public void It_counts_where_the_old_one_stood()
    {
        var fall = MitZiel().With<ZielVerschoben>("2027-05-03");
        Correct(fall, fall.Last<ZielVereinbart>(), Of<ZielVereinbart>() with { Bis = Day("2027-05-31") }, "2027-02-01");
        (fall.Ziele["g1"].UrspruenglichBis, fall.Ziele["g1"].Bis).ShouldBe((Day("2027-05-31"), Day("2027-09-30")));
        (fall.Reloaded().Ziele["g1"].UrspruenglichBis, fall.Reloaded().Ziele["g1"].Bis).ShouldBe((Day("2027-05-31"), Day("2027-09-30")));
    }

    [Fact]
    public void The_author_of_what_happened_stays_the_author()
    {
        var fall = Neu();
        fall.Take(Of<Uebergeben>(), "2027-01-11", von: "vermittlung-1");
        fall.Take(Of<Uebergeben>() with { Zielgruppe = null }, "2027-01-11", "Schreibfehler", fall.Akte[0].Id, "fm-1");
        fall.IntegrationsfachkraftId.ShouldBe("vermittlung-1");
        fall.Zielgruppe.ShouldBeNull();
        fall.Akte.Select(e => e.ErfasstVon).ShouldBe(["vermittlung-1", "fm-1"]);
    }

    [Fact]
    public void A_correction_can_be_corrected_but_the_first_entry_only_once()
    {
        var fall = Laufend().With<KontaktGehalten>("2027-02-15");
        var alt = fall.Last<KontaktGehalten>();
        var neu = Correct(fall, alt, Of<KontaktGehalten>(), "2027-02-16").Single();
        Refused(fall, alt, Of<KontaktGehalten>(), "berichtigt", "BerichtigungSchonErsetzt");
        Correct(fall, neu, Of<KontaktGehalten>(), "2027-02-17");
        fall.LetzterKontaktAm.ShouldBe(Day("2027-02-17"));
    }

    [Fact]
    public void A_document_that_was_released_to_one_partner_is_not_corrected_into_one_for_another()
    {
        var fall = Zugesagt().With(Of<DokumentAbgelegt>() with { Betrifft = Personenbezug.NurKlient }, "2027-03-22").With<DokumentFreigegeben>("2027-03-22");
        Refused(fall, fall.Last<DokumentFreigegeben>(), Of<DokumentFreigegeben>() with { ZuweisungId = "z2" }, "zuweisungId", "BerichtigungAndererGegenstand");
        fall.With<DokumentfreigabeZurueckgenommen>("2027-03-23");
        Refused(fall, fall.Last<DokumentfreigabeZurueckgenommen>(), Of<DokumentfreigabeZurueckgenommen>() with { ZuweisungId = "z2" }, "zuweisungId", "BerichtigungAndererGegenstand");
    }

    [Fact]
    public void A_wrong_day_moves_the_clock_back()
    {
        var fall = Laufend().With<KontaktGehalten>("2027-02-15").With<KontaktGehalten>("2027-04-15");
        Correct(fall, fall.Last<KontaktGehalten>(), Of<KontaktGehalten>(), "2027-03-15");
        fall.LetzterKontaktAm.ShouldBe(Day("2027-03-15"));
    }

    [Fact]
    public void A_contact_that_was_not_held_moves_the_clock_back_and_stays_readable()
    {
        var fall = Laufend().With<KontaktGehalten>("2027-02-15").With<KontaktGehalten>("2027-04-15");
        var alt = fall.Last<KontaktGehalten>();
        Correct(fall, alt, Of<KontaktAusgefallen>(), "2027-04-15");
        (fall.LetzterKontaktAm, fall.Reloaded().LetzterKontaktAm, fall.IsSuperseded(alt)).ShouldBe((Day("2027-02-15"), Day("2027-02-15"), true));
    }

    [Fact]
    public void A_missed_contact_that_was_held_after_all_is_recorded_anew()
    {
        var fall = Laufend().With<KontaktAusgefallen>("2027-02-15");
        Should.Throw<InvalidInputException>(() => Correct(fall, fall.Last<KontaktAusgefallen>(), Of<KontaktGehalten>(), "2027-02-15")).Fehler
            .Select(f => f.Meldung).ShouldContain(Meldung.Of("BerichtigungAndererArt"));
    }

    [Fact]
    public void It_needs_a_reason()
    {
        var fall = MitZiel();
        Should.Throw<InvalidInputException>(() => fall.Take(Of<ZielVereinbart>(), "2027-02-01", berichtigt: fall.Last<ZielVereinbart>().Id)).Fehler
            .ShouldBe([new("begruendung", Meldung.Of("FeldFehlt"))]);
    }

    [Fact]
    public void Another_kind_of_fact_is_refused()
    {
        var fall = MitZiel();
        Should.Throw<InvalidInputException>(() => Correct(fall, fall.Last<ZielVereinbart>(), Of<KontaktGehalten>(), "2027-02-01")).Fehler
            .Select(f => f.Meldung).ShouldContain(Meldung.Of("BerichtigungAndererArt"));
    }

    [Fact]
    public void Another_subject_is_refused() =>
        Refused(MitZiel(), null, Of<ZielVereinbart>() with { ZielId = "g2" }, "berichtigt", "BerichtigungAndererGegenstand");

    [Fact]
    public void An_entry_of_another_Fall_is_refused() =>
        Should.Throw<InvalidInputException>(() => Laufend().Take(Of<KontaktGehalten>(), "2027-02-01", "Schreibfehler", Guid.Empty)).Fehler
            .ShouldBe([new("berichtigt", Meldung.Of("BerichtigungOhneEintrag"))]);

    [Fact]
    public void What_has_left_the_house_cannot_be_redirected_any_more()
    {
        Refused(Gesendet(), null, Of<ZuweisungVereinbart>() with { TraegerId = "andere" }, "berichtigt", "BerichtigungNachVersand");
        Refused(Gesendet(), null, Of<ZuweisungVereinbart>() with { FreigegebeneFelder = ["Name"] }, "berichtigt", "BerichtigungNachVersand");
    }

    [Fact]
    public void A_referral_that_has_not_left_can_be_redirected_and_a_typing_error_mended_even_later()
    {
        var fall = Zugewiesen();
        Correct(fall, fall.Last<ZuweisungVereinbart>(), Of<ZuweisungVereinbart>() with { TraegerId = "andere" }, "2027-03-16");
        fall.Zuweisungen["z1"].TraegerId.ShouldBe("andere");

        fall = Gesendet();
        Correct(fall, fall.Last<ZuweisungVereinbart>(), Of<ZuweisungVereinbart>() with { FreigegebeneFelder = ["Telefon", "Name"], Anliegen = "Ratenplan" }, "2027-03-16");
        (fall.Zuweisungen["z1"].Anliegen, fall.Zuweisungen["z1"].Stand).ShouldBe(("Ratenplan", Zuweisungsstand.Gesendet));
    }

    [Fact]
    public void A_pause_that_would_end_before_it_begins_is_refused()
    {
        var fall = Laufend().With<PauseBegonnen>("2027-03-01").With<PauseGeaendert>("2027-03-19");
        Refused(fall, fall.Last<PauseBegonnen>(), Of<PauseBegonnen>() with { Von = Day("2027-03-26"), Bis = Day("2027-04-01") }, "von", "PauseEndetVorBeginn");
        Refused(fall, fall.Last<PauseGeaendert>(), Of<PauseGeaendert>() with { Bis = Day("2027-02-26") }, "bis", "PauseEndetVorBeginn");
        Correct(fall, fall.Last<PauseGeaendert>(), Of<PauseGeaendert>() with { Bis = Day("2027-03-12") }, "2027-03-12");
        fall.Pausen.Single().Bis.ShouldBe(Day("2027-03-12"));
    }

    [Fact]
    public void The_end_of_the_Fall_does_not_stand_in_the_way()
    {
        var fall = Laufend().With<KontaktGehalten>("2027-02-15").With<FallBeendet>("2027-10-01");
        Correct(fall, fall.Last<KontaktGehalten>(), Of<KontaktGehalten>(), "2027-02-16");
        (fall.LetzterKontaktAm, fall.Status).ShouldBe((Day("2027-02-16"), Fallstatus.Beendet));
    }

    private static IReadOnlyList<Eintrag> Correct(Fall fall, Eintrag alt, Tatsache neu, string am) => fall.Take(neu, am, "Schreibfehler", alt.Id);

    private static void Refused(Fall fall, Eintrag? alt, Tatsache neu, string feld, string meldung)
    {
        alt ??= fall.Akte.Last(e => e.Tatsache.GetType() == neu.GetType());
        var vorher = fall.Akte.Count;
        Should.Throw<InvalidInputException>(() => Correct(fall, alt, neu, "2027-10-01")).Fehler.ShouldBe([new(feld, Meldung.Of(meldung))]);
        fall.Akte.Count.ShouldBe(vorher);
    }
}
