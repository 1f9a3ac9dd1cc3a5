using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

public class WhenACommandComesTwice
{
    private static readonly NotfallGemeldet Notfall = new("n1", "Stromsperre", "Anruf");

    [Fact]
    public async Task The_same_key_with_the_same_content_has_one_effect()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        var erstes = await betrieb.RecordAsync(Kontakt, schluessel: "k");
        var zweites = await betrieb.RecordAsync(Kontakt, schluessel: "k");
        (erstes.Wiederholt, erstes.Eintraege.Count).ShouldBe((false, 1));
        (zweites.Wiederholt, zweites.Eintraege.Count, zweites.Version).ShouldBe((true, 0, erstes.Version));
        betrieb.Count<KontaktGehalten>().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_other_content_is_another_command()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(Kontakt, schluessel: "k");
        (await betrieb.RecordAsync(Kontakt with { Themen = "Wohnung" }, schluessel: "k")).Wiederholt.ShouldBeFalse();
        betrieb.Count<KontaktGehalten>().ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_command()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        var tatsache = new AbweichungBegruendet("Kontaktfenster", "Klinik");
        await betrieb.RecordAsync(tatsache, Betrieb.Fm, "k");
        (await betrieb.RecordAsync(tatsache, Betrieb.Lead, "k")).Wiederholt.ShouldBeFalse();
        betrieb.Fall.Akte.Where(e => e.Tatsache is AbweichungBegruendet).Select(e => e.ErfasstVon).ShouldBe(["fm-1", "lead-1"]);
    }

    [Fact]
    public async Task Without_a_key_each_is_new()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(Kontakt);
        await betrieb.RecordAsync(Kontakt);
        betrieb.Count<KontaktGehalten>().ShouldBe(2);
    }

    [Fact]
    public async Task A_handover_that_goes_on_with_an_earlier_contact_has_one_effect()
    {
        var betrieb = new Betrieb();
        var kontakt = await betrieb.Faelle.OpenVorkontaktAsync(new("b1", new("Tagestreff", "Post"), betrieb.Heute, "v"), Betrieb.Fm);
        (await betrieb.Faelle.OpenVorkontaktAsync(new("b1", new("Tagestreff", "Post"), betrieb.Heute, "v"), Betrieb.Fm)).Wiederholt.ShouldBeTrue();
        var erste = await OpenAsync();
        var zweite = await OpenAsync();

        (erste.FallId, erste.Wiederholt, zweite.FallId, zweite.Wiederholt).ShouldBe((kontakt.FallId, false, kontakt.FallId, true));
        betrieb.Db.Faelle[kontakt.FallId].Akte.Count(e => e.Tatsache is Uebergeben).ShouldBe(1);
        betrieb.Db.Engine.Instances.Count(i => i.DefinitionId == "fallmanagement").ShouldBe(1);

        Task<Faelle.FallErgebnis> OpenAsync() =>
            betrieb.Faelle.OpenAsync(new("b1", Uebergabe with { Vorkontakt = kontakt.Nummer, VorkontaktAm = betrieb.Heute }, betrieb.Heute, "u"), Betrieb.Ifk);
    }

    [Fact]
    public async Task A_handover_opens_one_Fall_for_each_person_and_key()
    {
        var betrieb = new Betrieb();
        var erstes = await betrieb.OpenAsync("k");
        var zweites = await betrieb.OpenAsync("k");
        (zweites.FallId, zweites.Nummer, zweites.Wiederholt).ShouldBe((erstes.FallId, "FM-2027-00001", true));
        betrieb.Db.Faelle.Count.ShouldBe(1);
        (await betrieb.OpenAsync("k", Betrieb.Ifk with { Id = "ifk-2" })).FallId.ShouldNotBe(erstes.FallId);
        betrieb.Db.Faelle.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_conflict_is_decided_anew_and_nothing_is_doubled(int konflikte)
    {
        Streit? streit = null;
        var betrieb = await new Betrieb(uows: db => streit = new(db)).AdmitAsync();
        streit!.Konflikte = konflikte;
        var begonnen = streit.Begonnen;
        (await betrieb.RecordAsync(Notfall, schluessel: "k")).Eintraege.Count.ShouldBe(1);
        (streit.Begonnen - begonnen).ShouldBe(konflikte + 1);
        betrieb.Count<NotfallGemeldet>().ShouldBe(1);
        betrieb.Offen("Notfall").Count.ShouldBe(1);
        betrieb.Db.Engine.Instances.Count(i => i.DefinitionId == "notfall").ShouldBe(1);
        betrieb.Db.Verlauf.Count(v => v.Titel == betrieb.Offen("Notfall")[0].Titel).ShouldBe(1);
        (await betrieb.RecordAsync(Notfall, schluessel: "k")).Wiederholt.ShouldBeTrue();
    }

    [Fact]
    public async Task A_conflict_that_does_not_end_is_reported_and_leaves_nothing()
    {
        Streit? streit = null;
        var betrieb = await new Betrieb(uows: db => streit = new(db)).AdmitAsync();
        var vorher = betrieb.Fall.Akte.Count;
        streit!.Konflikte = 8;
        await Should.ThrowAsync<ConflictException>(() => betrieb.RecordAsync(Notfall, schluessel: "k"));
        betrieb.Fall.Akte.Count.ShouldBe(vorher);
        betrieb.Offen("Notfall").ShouldBeEmpty();
        (await betrieb.RecordAsync(Notfall, schluessel: "k")).Wiederholt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_caller_who_saw_an_older_version_is_told()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        var alt = betrieb.Fall.Version;
        await betrieb.RecordAsync(Kontakt);
        var zuAlt = await Should.ThrowAsync<Application.Faelle.VersionMismatchException>(() =>
            betrieb.Faelle.RecordAsync(new(betrieb.FallId, Kontakt, betrieb.Heute, ErwarteteVersion: alt), Betrieb.Fm));
        (zuAlt.Expected, zuAlt.Actual).ShouldBe((alt, alt + 1));
        betrieb.Count<KontaktGehalten>().ShouldBe(1);
    }

    [Fact]
    public async Task A_partners_message_counts_once_for_each_partner()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(Zuweisung("z1", "beratung"));
        await betrieb.RecordAsync(Zuweisung("z2", "kurs"));
        var id = new Guid("11111111-1111-1111-1111-111111111111");
        (await betrieb.ReceiveAsync(new RueckfrageGestellt("z1", "Wann?"), "beratung", id)).ShouldBeTrue();
        (await betrieb.ReceiveAsync(new RueckfrageGestellt("z1", "Wann?"), "beratung", id)).ShouldBeFalse();
        (await betrieb.ReceiveAsync(new RueckfrageGestellt("z2", "Wo?"), "kurs", id)).ShouldBeTrue();
        betrieb.Count<RueckfrageGestellt>().ShouldBe(2);

        // The inbox forgets after a while, the Akte does not.
        betrieb.Db.Eingang.Clear();
        (await betrieb.ReceiveAsync(new RueckfrageGestellt("z1", "Wann?"), "beratung", id)).ShouldBeFalse();
        betrieb.Count<RueckfrageGestellt>().ShouldBe(2);
        betrieb.Offen("Rueckfrage").Select(a => a.Bezug).Order(StringComparer.Ordinal).ShouldBe(["z1", "z2"]);
    }

    [Fact]
    public async Task A_partner_reaches_neither_what_is_withdrawn_nor_what_is_not_its_own()
    {
        var betrieb = await new Betrieb().AdmitAsync();
        await betrieb.RecordAsync(Zuweisung());
        await Should.ThrowAsync<NotFoundException>(() => betrieb.ReceiveAsync(new ZuweisungAngenommen("z1"), "kurs"));
        await Should.ThrowAsync<NotFoundException>(() => betrieb.ReceiveAsync(new ZuweisungAngenommen("z9"), "beratung"));
        await betrieb.RecordAsync(new EinwilligungWiderrufen("z1"));
        await Should.ThrowAsync<NotFoundException>(() => betrieb.ReceiveAsync(new ZuweisungAngenommen("z1"), "beratung"));
        betrieb.Fall.Zuweisungen["z1"].Stand.ShouldBe(Zuweisungsstand.Zurueckgezogen);
        betrieb.Count<ZuweisungAngenommen>().ShouldBe(0);
    }
}
