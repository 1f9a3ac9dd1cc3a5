using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>No note is hidden: an entry is final only once it was discussed, and until then on the agenda of the next contact (R24).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenNotesAreDiscussed(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task A_note_is_preliminary_and_on_the_agenda_until_a_contact_discusses_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var notiz = await probe.RecordAsync("AbweichungBegruendet", new { vorgabe = "Kontaktfenster", begruendung = "Klinik" });
        (await StandAsync(probe, "AbweichungBegruendet")).ShouldBe(("Vorlaeufig", null));
        (await AgendaAsync(probe)).ShouldContain(notiz);
        (await probe.PageAsync()).ShouldContain("Vorläufig, noch nicht besprochen");
        (await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/KontaktGehalten")).ShouldContain($"value=\"{notiz}\"");

        await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = "Klinik", besprochen = new[] { notiz } });

        (await StandAsync(probe, "AbweichungBegruendet")).ShouldBe(("Besprochen", "2027-01-11"));
        (await AgendaAsync(probe)).ShouldNotContain(notiz);
        (await probe.PageAsync()).ShouldContain("Endgültig, besprochen am 11.01.2027");
    }

    [Fact]
    public async Task A_missed_contact_is_final_as_not_yet_discussed_and_raises_the_item_for_the_next_one()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var ausfall = await probe.RecordAsync("KontaktAusgefallen", new { grund = "nicht erschienen" });
        (await StandAsync(probe, "KontaktAusgefallen")).ShouldBe(("NochNichtBesprochen", null));
        (await AgendaAsync(probe)).ShouldContain(ausfall);
        (await probe.PageAsync()).ShouldContain("Endgültig, noch nicht besprochen");

        await probe.RecordAsync("EintraegeBesprochen", new { besprochen = new[] { ausfall } });
        (await StandAsync(probe, "KontaktAusgefallen")).ShouldBe(("Besprochen", "2027-01-11"));
    }

    [Fact]
    public async Task Only_what_is_in_the_Akte_can_have_been_discussed_and_not_before_it_happened()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("EintraegeBesprochen", "besprochen", new { besprochen = Array.Empty<Guid>() })).ShouldNotBeEmpty();
        (await probe.RefusedByAsync("EintraegeBesprochen", new { besprochen = new[] { Guid.NewGuid() } })).ShouldBe("BesprochenesMussBestehen");
        (await probe.RefusedByAsync("KontaktGehalten", new { form = "Buero", themen = "x", besprochen = new[] { Guid.NewGuid() } })).ShouldBe("BesprochenesMussBestehen");

        var frueher = Gemeinsam.Heute.AddDays(-28);
        var laenger = new Fallprobe(await Beispieldaten.AdmitAsync(gemeinsam.App, frueher), probe.Sitzung);
        var notiz = await laenger.RecordAsync("AbweichungBegruendet", new { vorgabe = "Kontaktfenster", begruendung = "Klinik" });
        (await laenger.RefusedByAsync("EintraegeBesprochen", new { besprochen = new[] { notiz } }, frueher)).ShouldBe("BesprochenesMussBestehen");
        (await AgendaAsync(laenger)).ShouldContain(notiz);
        await laenger.RecordAsync("EintraegeBesprochen", new { besprochen = new[] { notiz } });
        (await AgendaAsync(laenger)).ShouldNotContain(notiz);
    }

    [Fact]
    public async Task What_arises_in_a_talk_is_discussed_with_it_and_a_correction_is_discussed_anew()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await StandAsync(probe, "Uebergeben")).ShouldBe(("Besprochen", "2027-01-11"));
        (await StandAsync(probe, "ZugangBewertet")).ShouldBe(("KeineNotiz", null));
        var notiz = await probe.RecordAsync("AbweichungBegruendet", new { vorgabe = "Kontaktfenster", begruendung = "Klinik" });
        await probe.RecordAsync("EintraegeBesprochen", new { besprochen = new[] { notiz } });
        (await AgendaAsync(probe)).ShouldNotContain(notiz);

        var antwort = await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/AbweichungBegruendet", new
        {
            wirksamAm = Gemeinsam.Heute,
            begruendung = "Es war die Reha.",
            berichtigt = notiz,
            daten = new { vorgabe = "Kontaktfenster", begruendung = "Reha" },
        });
        var neu = (await Sitzung.ReadAsync(antwort)).GetProperty("eintraege")[0].GetGuid();
        (await AgendaAsync(probe)).ShouldContain(neu);
    }

    private static async Task<(string?, string?)> StandAsync(Fallprobe probe, string art)
    {
        var eintrag = (await probe.AkteAsync(art)).ShouldHaveSingleItem();
        return (eintrag.GetProperty("besprechung").GetString(), eintrag.GetProperty("besprochenAm").GetString());
    }

    private static async Task<IEnumerable<Guid>> AgendaAsync(Fallprobe probe) =>
        (await probe.VerstehenAsync()).GetProperty("zuBesprechen").EnumerateArray().Select((JsonElement e) => e.GetProperty("id").GetGuid());
}
