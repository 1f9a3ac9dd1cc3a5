using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

public class WhenADocumentIsFiled
{
    [Fact]
    public void The_Akte_says_what_it_is_and_where_it_came_from_also_after_it_was_read_anew()
    {
        foreach (var fall in new[] { Laufend().With<DokumentAbgelegt>("2027-02-01"), Laufend().With<DokumentAbgelegt>("2027-02-01").Reloaded() })
        {
            var dokument = fall.Dokumente.ShouldHaveSingleItem();
            (dokument.Id, dokument.Art, dokument.Titel, dokument.Herkunft, dokument.Von, dokument.DatiertAm)
                .ShouldBe(("d1", Dokumentart.Zeugnis, "Abschlusszeugnis", Dokumentherkunft.Traeger, "Bildungswerk", Day("2026-07-01")));
            (dokument.Datei, dokument.Medientyp, dokument.Groesse, dokument.Geprueft, dokument.Sicht, dokument.AbgelegtAm, dokument.Nr)
                .ShouldBe(("Zeugnis.pdf", "application/pdf", 1234, Schadsoftwarepruefung.OhneBefund, Dokumentsicht.Teamleitung, Day("2027-02-01"), fall.Akte[^1].Nr));
            fall.FindDokument("d1").ShouldBe(dokument);
            fall.FindDokument("d2").ShouldBeNull();
        }
    }

    [Fact]
    public void Its_removal_stays_in_the_Akte_with_the_reason_and_it_comes_only_once()
    {
        var fall = Laufend().With<DokumentAbgelegt>("2027-02-01").With<DokumentEntfernt>("2027-03-01");
        fall.FindDokument("d1")!.EntferntAm.ShouldBe(Day("2027-03-01"));
        fall.FindDokument("d1")!.EntferntWeil.ShouldBe("versehentlich doppelt");
        fall.Akte.Count(e => e.Tatsache is DokumentAbgelegt or DokumentEntfernt).ShouldBe(2);
    }

    [Fact]
    public void It_can_be_removed_after_the_end_but_not_filed()
    {
        var fall = Laufend().With<DokumentAbgelegt>("2027-02-01").With<FallBeendet>("2027-10-01");
        fall.With<DokumentEntfernt>("2027-11-02").FindDokument("d1")!.EntferntAm.ShouldNotBeNull();
        Should.Throw<Regeln.RuleBrokenException>(() => fall.Take(Of<DokumentAbgelegt>() with { DokumentId = "d2" }, "2027-11-02")).Regel.GetType().Name.ShouldBe("FallDarfNichtBeendetSein");
    }

    [Fact]
    public void A_correction_changes_what_was_said_and_another_document_is_not_touched()
    {
        var fall = Laufend().With<DokumentAbgelegt>("2027-02-01").With(Of<DokumentAbgelegt>() with { DokumentId = "d2", Titel = "Lebenslauf" }, "2027-02-02");
        fall.Take(Of<DokumentAbgelegt>() with { Titel = "Zeugnis der Berufsschule", Betrifft = Personenbezug.AuchAndere }, "2027-02-01", "verschrieben", berichtigt: fall.Akte[^2].Id);
        fall.Dokumente.Select(d => (d.Id, d.Titel, d.Betrifft)).ShouldBe([("d1", "Zeugnis der Berufsschule", Personenbezug.AuchAndere), ("d2", "Lebenslauf", Personenbezug.NurKlient)]);
    }

    /// <summary>R24: what the client brought is known to them, everything else is on the agenda of the next contact.</summary>
    [Theory]
    [InlineData(Dokumentherkunft.Klient, Besprechungsstand.Besprochen)]
    [InlineData(Dokumentherkunft.Traeger, Besprechungsstand.Vorlaeufig)]
    [InlineData(Dokumentherkunft.Privatperson, Besprechungsstand.Vorlaeufig)]
    public void What_others_sent_is_to_be_discussed(Dokumentherkunft herkunft, Besprechungsstand stand)
    {
        var fall = Laufend().With(Of<DokumentAbgelegt>() with { Herkunft = herkunft }, "2027-02-01");
        fall.BesprechungOf(fall.Akte[^1]).Stand.ShouldBe(stand);
    }
}
