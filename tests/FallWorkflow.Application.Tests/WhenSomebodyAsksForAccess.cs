using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

public class WhenSomebodyAsksForAccess
{
    private const string Ja = "ja";
    private const string Verweigert = "verweigert";
    private const string Unbekannt = "unbekannt";

    /// <summary>Who: role, id, office.</summary>
    [Theory]
    [InlineData("Fallmanager", "fm-1", "b1", true, true, true, true)]
    [InlineData("Fallmanager", "fm-2", "b1", true, false, false, false)]
    [InlineData("Fallmanager", "fm-1", "b2", false, false, false, false)]
    [InlineData("Fallmanager", "fm-1", null, false, false, false, false)]
    [InlineData("Teamleitung", "lead-1", "b1", true, true, true, true)]
    [InlineData("Teamleitung", "lead-1", "b2", false, false, false, false)]
    [InlineData("Integrationsfachkraft", "ifk-1", "b1", true, false, true, true)]
    [InlineData("Integrationsfachkraft", "ifk-2", "b1", false, false, false, false)]
    [InlineData("Integrationsfachkraft", "ifk-1", "b2", false, false, false, false)]
    [InlineData("Prozessgestalter", "pg-1", "b1", false, false, false, false)]
    [InlineData("Traeger", "traeger:beratung", "b1", false, false, false, false)]
    [InlineData("Datenschutz", "ds-1", null, true, true, true, true)]
    [InlineData("System", "system", null, true, true, true, true)]
    [InlineData("Administrator", "fm-1", "b1", false, false, false, false)]
    [InlineData("", "fm-1", "b1", false, false, false, false)]
    public void Reading_follows_role_person_and_office(string rolle, string id, string? buero, bool angefragt, bool laufend, bool zurueckgegeben, bool abgewiesen)
    {
        var akteur = new Akteur(id, id, rolle, buero);
        Fall[] faelle =
        [
            FallMit(),
            LaufenderFall(),
            LaufenderFall(new RueckgabeErklaert("Ziele erreicht", "alle", "keine")),
            FallMit(new UebergabeAngenommen("fm-1"), new NichtAufgenommen("nein", "Vermittlung")),
        ];
        faelle.Select(f => Zugriffspolitik.MayRead(akteur, f)).ShouldBe([angefragt, laufend, zurueckgegeben, abgewiesen]);
        foreach (var fall in faelle.Where(f => !Zugriffspolitik.MayRead(akteur, f)))
            Should.Throw<NotFoundException>(() => Zugriffspolitik.RequireRead(akteur, fall));
    }

    /// <summary>In a running Fall of fm-1: a contact, a demanded talk, a confirmed return, a period of retention, a partner's acceptance, the product's own fact.</summary>
    [Theory]
    [InlineData("Fallmanager", "fm-1", Ja, Ja, Verweigert, Verweigert, Ja, Verweigert)]
    [InlineData("Fallmanager", "fm-2", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Teamleitung", "lead-1", Verweigert, Ja, Verweigert, Verweigert, Verweigert, Verweigert)]
    [InlineData("Integrationsfachkraft", "ifk-1", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Datenschutz", "ds-1", Verweigert, Verweigert, Verweigert, Ja, Verweigert, Verweigert)]
    [InlineData("Prozessgestalter", "pg-1", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Traeger", "beratung", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Ja, Verweigert)]
    [InlineData("Traeger", "kurs", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("System", "system", Ja, Ja, Ja, Ja, Ja, Ja)]
    [InlineData("Administrator", "fm-1", Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    public void Recording_follows_the_role_of_the_fact(string rolle, string id, string kontakt, string gespraech, string rueckgabe, string aufbewahrung, string zusage, string gesendet)
    {
        var akteur = new Akteur(id, id, rolle, rolle == Rollen.Traeger ? null : "b1", TraegerId: rolle == Rollen.Traeger ? id : null);
        var fall = LaufenderFall(Zuweisung(), new ZuweisungGesendet("z1", ["Name"]));
        Tatsache[] tatsachen =
        [
            Kontakt, new RueckspracheVerlangt(Seite.Fallmanagement, "Stand"), new RueckgabeBestaetigt(), new AufbewahrungsfristFestgelegt("60 Monate"),
            new ZuweisungAngenommen("z1"), new ZuweisungGesendet("z1", ["Name"]),
        ];
        tatsachen.Select(t => Outcome(() => Zugriffspolitik.RequireRecord(akteur, fall, t))).ShouldBe([kontakt, gespraech, rueckgabe, aufbewahrung, zusage, gesendet]);
    }

    /// <summary>A task of fm-1, one of any Fallmanager, one of the Teamleitung, one of data protection.</summary>
    [Theory]
    [InlineData("Fallmanager", "fm-1", "b1", Ja, Ja, Verweigert, Verweigert)]
    [InlineData("Fallmanager", "fm-1", "b2", Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Teamleitung", "lead-1", "b1", Ja, Ja, Ja, Verweigert)]
    [InlineData("Teamleitung", "lead-1", "b2", Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Integrationsfachkraft", "ifk-1", "b1", Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Datenschutz", "ds-1", null, Verweigert, Verweigert, Verweigert, Ja)]
    [InlineData("Prozessgestalter", "pg-1", "b1", Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("Traeger", "traeger:beratung", null, Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    [InlineData("System", "system", null, Ja, Ja, Ja, Ja)]
    [InlineData("Administrator", "fm-1", "b1", Unbekannt, Unbekannt, Unbekannt, Unbekannt)]
    public void Completing_follows_the_role_of_the_task(string rolle, string id, string? buero, string eigene, string offene, string teamleitung, string datenschutz)
    {
        var akteur = new Akteur(id, id, rolle, buero);
        var fall = LaufenderFall();
        Aufgabe[] aufgaben = [Task("Fallmanager", "fm-1"), Task("Fallmanager", null), Task("Teamleitung", null), Task("Datenschutz", null)];
        aufgaben.Select(a => Outcome(() => Zugriffspolitik.RequireComplete(akteur, fall, a))).ShouldBe([eigene, offene, teamleitung, datenschutz]);
    }

    [Theory]
    [InlineData("Integrationsfachkraft", "b1", Ja)]
    [InlineData("Integrationsfachkraft", "b2", Verweigert)]
    [InlineData("Fallmanager", "b1", Verweigert)]
    [InlineData("Teamleitung", "b1", Verweigert)]
    [InlineData("Traeger", null, Verweigert)]
    [InlineData("Administrator", "b1", Verweigert)]
    [InlineData("System", null, Ja)]
    public void Handing_over_is_for_placement_of_the_office(string rolle, string? buero, string erwartet) =>
        Outcome(() => Zugriffspolitik.RequireOpen(new("x", "x", rolle, buero), "b1", Uebergabe)).ShouldBe(erwartet);

    [Fact]
    public void A_task_of_a_colleague_is_not_mine() =>
        Outcome(() => Zugriffspolitik.RequireComplete(new("fm-1", "fm-1", Rollen.Fallmanager, "b1"), LaufenderFall(), Task("Fallmanager", "fm-2"))).ShouldBe(Verweigert);

    public static TheoryData<Zuweisungsstand, bool> Staende => new()
    {
        { Zuweisungsstand.Vereinbart, false },
        { Zuweisungsstand.Gesendet, true },
        { Zuweisungsstand.Rueckfrage, true },
        { Zuweisungsstand.Angenommen, true },
        { Zuweisungsstand.Begonnen, true },
        { Zuweisungsstand.Beendet, true },
        { Zuweisungsstand.Abgelehnt, false },
        { Zuweisungsstand.ErgebnisUebernommen, false },
        { Zuweisungsstand.Zurueckgezogen, false },
    };

    [Theory]
    [MemberData(nameof(Staende))]
    public void A_partner_sees_only_its_own_referrals_and_only_while_they_are_its_work(Zuweisungsstand stand, bool sichtbar)
    {
        Tatsache vereinbart = Zuweisung(), gesendet = new ZuweisungGesendet("z1", ["Name"]), angenommen = new ZuweisungAngenommen("z1"), beendet = new ZuweisungBeendet("z1", Day("2027-01-18"), "fertig");
        Tatsache[] weg = stand switch
        {
            Zuweisungsstand.Vereinbart => [vereinbart],
            Zuweisungsstand.Gesendet => [vereinbart, gesendet],
            Zuweisungsstand.Rueckfrage => [vereinbart, gesendet, new RueckfrageGestellt("z1", "Wann?")],
            Zuweisungsstand.Angenommen => [vereinbart, gesendet, angenommen],
            Zuweisungsstand.Begonnen => [vereinbart, gesendet, angenommen, new ZuweisungBegonnen("z1", Day("2027-01-18"))],
            Zuweisungsstand.Beendet => [vereinbart, gesendet, angenommen, beendet],
            Zuweisungsstand.Abgelehnt => [vereinbart, gesendet, new ZuweisungAbgelehnt("z1", "voll")],
            Zuweisungsstand.ErgebnisUebernommen => [vereinbart, gesendet, angenommen, beendet, new ErgebnisUebernommen("z1", Ergebnisweg.Ziel, "gut")],
            _ => [vereinbart, gesendet, new ZuweisungZurueckgezogen("z1")],
        };
        var zuweisung = LaufenderFall(weg).Zuweisungen["z1"];
        zuweisung.Stand.ShouldBe(stand);
        Zugriffspolitik.MayRead(Betrieb.Partner("beratung"), zuweisung).ShouldBe(sichtbar);
        Zugriffspolitik.MayRead(Betrieb.Partner("kurs"), zuweisung).ShouldBeFalse();
        Zugriffspolitik.MayRead(Betrieb.Fm with { TraegerId = "beratung" }, zuweisung).ShouldBeFalse();
    }

    private static string Outcome(Action action)
    {
        try
        {
            action();
            return Ja;
        }
        catch (ZugriffVerweigertException)
        {
            return Verweigert;
        }
        catch (NotFoundException)
        {
            return Unbekannt;
        }
    }

    private static Aufgabe Task(string rolle, string? person) => new()
    {
        Id = Guid.Empty,
        FallId = Guid.Empty,
        BueroId = "b1",
        Art = "Kontakt",
        Titel = "Kontakt führen",
        Rolle = rolle,
        ZustaendigId = person,
        ErstelltAm = default,
        ErledigtDurch = [],
        Ergebnisse = [],
        InstanceId = "i",
        ExecutionId = "e",
    };
}
