using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Jobs.Tests.Umgebung;

namespace FallWorkflow.Jobs.Tests;

/// <summary>Reminders of appointments go to clients who consented, once for each date, and stand in the access log (R88).</summary>
public abstract class WhenAClientWantsToBeReminded<TDatenbank> : Buehne<TDatenbank>
    where TDatenbank : Testdatenbank, new()
{
    /// <summary>Tuesday; the clock stands at 09:30.</summary>
    private static readonly DateOnly Heute = new(2027, 3, 2);

    /// <summary>Wednesday of the next week; two Werktage before it is Friday, since Monday is a Feiertag in Berlin.</summary>
    private static readonly DateOnly Mittwoch = new(2027, 3, 10);

    private static readonly TerminVereinbart Termin =
        new("t1", Mittwoch, new(10, 0), 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 204", "Suchtberatung");

    private static readonly TerminerinnerungGewuenscht Einwilligung = new("ada.muster@example.org", true);

    [Fact]
    public async Task It_comes_once_two_Werktage_before_with_nothing_but_the_date()
    {
        var fall = await OpenAsync(Termin, Einwilligung);
        await RunAtAsync(new(2027, 3, 4), new(12, 0));
        await RunAtAsync(new(2027, 3, 5), new(7, 29));
        Mailer.Mails.ShouldBeEmpty();

        await RunAtAsync(new(2027, 3, 5), new(7, 31));
        await RunAtAsync(new(2027, 3, 9), new(8, 0));

        var mail = Mailer.Mails.ShouldHaveSingleItem();
        (mail.An, mail.Betreff).ShouldBe(("ada.muster@example.org", "Erinnerung an Ihren Termin am 10.03.2027"));
        mail.Text.ShouldContain("Wann: Mittwoch, 10. März 2027, 10:00 Uhr");
        mail.Text.ShouldContain("Wo: Zimmer 204");
        foreach (var wort in new[] { "Sucht", "Muster", "FM-2027", "http" })
            mail.Text.ShouldNotContain(wort);
        var zeile = (await Knoten.Get<IZugriffsprotokoll>().OfFallAsync(fall, 10)).ShouldHaveSingleItem();
        (zeile.Art, zeile.AkteurId, zeile.Zweck, zeile.Grundlage).ShouldBe(
            ("Uebermittelt", "system", "Erinnerung an einen Termin, per E-Mail an die Person", "Einwilligung vom 02.03.2027"));
        (await Knoten.Get<IAbfragen>().VerlaufAsync(fall)).ShouldHaveSingleItem().Titel.ShouldBe("an den Termin, per E-Mail an die Person");
    }

    [Fact]
    public async Task Without_consent_or_after_it_was_taken_back_nothing_is_sent()
    {
        await OpenAsync(Termin);
        await OpenAsync(Termin, Einwilligung, new TerminerinnerungWiderrufen());
        await RunAtAsync(new(2027, 3, 9), new(8, 0));
        Mailer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Called_off_missed_or_held_it_is_not_reminded_of()
    {
        await OpenAsync(Termin, Einwilligung, new TerminAbgesagt("t1", Absageseite.Klient, "Umzug"));
        await OpenAsync(Termin with { Am = Heute }, Einwilligung, new KontaktAusgefallen("krank", "t1"));
        await RunAtAsync(new(2027, 3, 9), new(8, 0));
        Mailer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moved_one_is_reminded_of_anew_and_the_old_date_no_more()
    {
        var fall = await OpenAsync(Termin, Einwilligung);
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        await RecordAsync(fall, new TerminVerschoben("t1", Mittwoch.AddDays(1), new(11, 0), "Kind krank"));
        await RunAtAsync(new(2027, 3, 9), new(8, 0));
        await RecordAsync(fall, new TerminVerschoben("t1", Mittwoch, new(10, 0), "geht doch"));
        await RunAtAsync(new(2027, 3, 9), new(9, 0));
        await RunAtAsync(new(2027, 3, 9), new(10, 0));

        Mailer.Mails.Select(m => m.Betreff[^10..]).ShouldBe(["10.03.2027", "11.03.2027", "10.03.2027"]);
    }

    [Fact]
    public async Task A_trifle_that_is_corrected_does_not_remind_again()
    {
        var fall = await OpenAsync(Termin, Einwilligung);
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        await RecordAsync(fall, Termin with { Anliegen = "Post" }, berichtigt: true);
        await RunAtAsync(new(2027, 3, 9), new(8, 0));
        Mailer.Mails.Count.ShouldBe(1);

        await RecordAsync(fall, Termin with { Am = Mittwoch.AddDays(1) }, berichtigt: true);
        await RunAtAsync(new(2027, 3, 9), new(9, 0));
        Mailer.Mails.Select(m => m.Betreff[^10..]).ShouldBe(["10.03.2027", "11.03.2027"], "a wrong day is no trifle");
    }

    [Fact]
    public async Task One_that_was_just_agreed_needs_no_reminder()
    {
        await OpenAsync(Termin with { Am = Heute.AddDays(2) }, Einwilligung);
        await RunAtAsync(Heute, new(12, 0));
        Mailer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_moved_is_always_told_since_the_old_date_may_be_in_mind()
    {
        await OpenAsync(Termin, Einwilligung, new TerminVerschoben("t1", Heute.AddDays(2), new(10, 0), "geht früher"));
        await RunAtAsync(Heute, new(12, 0));
        Mailer.Mails.ShouldHaveSingleItem().Betreff.ShouldEndWith("04.03.2027");
    }

    [Fact]
    public async Task A_place_that_is_not_the_own_office_is_not_told()
    {
        await OpenAsync(Termin with { Form = Kontaktform.BeimTraeger, Ort = "Suchthilfe am Markt" }, Einwilligung);
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        Mailer.Mails.ShouldHaveSingleItem().Text.ShouldNotContain("Suchthilfe");
    }

    [Fact]
    public async Task One_that_is_over_or_was_called_off_before_the_mail_leaves_is_not_told()
    {
        var (abgesagt, verschoben) = (await OpenAsync(Termin, Einwilligung), await OpenAsync(Termin, Einwilligung));
        Mailer.Stoerung = _ => new InvalidOperationException("Mailserver nicht erreichbar");
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        await RecordAsync(abgesagt, new TerminAbgesagt("t1", Absageseite.Klient, "Umzug"));
        await RecordAsync(verschoben, new TerminVerschoben("t1", new(2027, 3, 31), new(10, 0), "Kind krank"));

        Mailer.Stoerung = _ => null;
        Echtzeit.Advance(TimeSpan.FromMinutes(10));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.ShouldBeEmpty();

        await OpenAsync(Termin, Einwilligung);
        (await Knoten.Get<Terminerinnerung>().WriteAsync(Uhr.GetUtcNow())).ShouldBe(1);
        await RunAtAsync(Mittwoch, new(10, 1));
        Mailer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_nodes_send_it_once()
    {
        await OpenAsync(Termin, Einwilligung);
        await using var zweiter = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);
        Uhr.Set(Ortszeit.At(new(2027, 3, 5), new(8, 0)));
        await Task.WhenAll(Knoten.Lauf.RunDueAsync(), Task.Run(() => zweiter.Lauf.RunDueAsync()));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_after_the_decision_loses_nothing_and_doubles_nothing()
    {
        await OpenAsync(Termin, Einwilligung);
        Uhr.Set(Ortszeit.At(new(2027, 3, 5), new(8, 0)));
        (await Knoten.Get<Terminerinnerung>().WriteAsync(Uhr.GetUtcNow())).ShouldBe(1);
        (await Knoten.Get<Terminerinnerung>().WriteAsync(Uhr.GetUtcNow())).ShouldBe(0);

        await using var nachher = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);
        await nachher.Lauf.RunDueAsync();
        await nachher.Lauf.RunDueAsync();
        Mailer.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_after_the_mail_server_took_it_repeats_the_same_key_and_logs_once()
    {
        var fall = await OpenAsync(Termin, Einwilligung);
        Mailer.NachAnnahme = () => throw new InvalidOperationException("hier endet der Prozess");
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        (await Knoten.Get<IZugriffsprotokoll>().OfFallAsync(fall, 10)).ShouldBeEmpty();

        Mailer.NachAnnahme = () => { };
        Echtzeit.Advance(TimeSpan.FromMinutes(10));
        await Knoten.Lauf.RunDueAsync();

        Mailer.Mails.Select(m => m.Schluessel).Distinct().Count().ShouldBe(1, "by its key a repetition is known");
        Mailer.Mails.Count.ShouldBe(2);
        (await Knoten.Get<IZugriffsprotokoll>().OfFallAsync(fall, 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_kept_mails_know_a_key_once()
    {
        await OpenAsync(Termin, Einwilligung);
        await using var knoten = Knoten.Create(Datenbank, Uhr, mailer: null, Echtzeit);
        Uhr.Set(Ortszeit.At(new(2027, 3, 5), new(8, 0)));
        await knoten.Lauf.RunDueAsync();
        var mail = (await knoten.Get<IPostausgang>().LatestAsync(10)).ShouldHaveSingleItem();
        await knoten.Get<IMailer>().SendAsync(new(mail.Schluessel, mail.An, mail.Betreff, mail.Text));
        (await knoten.Get<IPostausgang>().LatestAsync(10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Consent_that_is_taken_back_before_the_mail_leaves_stops_it()
    {
        var fall = await OpenAsync(Termin, Einwilligung);
        Mailer.Stoerung = _ => new InvalidOperationException("Mailserver nicht erreichbar");
        await RunAtAsync(new(2027, 3, 5), new(8, 0));
        await RecordAsync(fall, new TerminerinnerungWiderrufen());

        Mailer.Stoerung = _ => null;
        Echtzeit.Advance(TimeSpan.FromMinutes(10));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.ShouldBeEmpty();
        (await Knoten.Get<IZugriffsprotokoll>().OfFallAsync(fall, 10)).ShouldBeEmpty();
    }

    private async Task RunAtAsync(DateOnly tag, TimeOnly zeit)
    {
        Uhr.Set(Ortszeit.At(tag, zeit));
        await Knoten.Lauf.RunDueAsync();
    }

    private async Task<Guid> OpenAsync(params Tatsache[] tatsachen)
    {
        var fall = Fall.Open(Guid.NewGuid(), $"FM-2027-{Random.Shared.Next(10_000, 99_999)}", "nord");
        var beginn = new Tatsache[]
        {
            new Uebergeben(new("Ada", "Muster"), [new(Bedarfsbereich.Gesundheit, "Sucht")], true, "will sich ändern"),
            new ZugangBewertet(true, "Mehrere Handlungsbedarfe", 0),
            new UebergabeAngenommen("weber"),
            new ErstgespraechGefuehrt(Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))], Enum.GetValues<Aufklaerungsthema>(), "2026-1", true),
            new KlientEntschieden(true),
            new FallAufgenommen(),
        };
        foreach (var tatsache in beginn.Concat(tatsachen))
            fall.Record(tatsache, new(Heute, Heute, Jetzt, "weber"));
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        uow.Add(fall);
        await uow.CommitAsync();
        return fall.Id;
    }

    private async Task RecordAsync(Guid id, Tatsache tatsache, bool berichtigt = false)
    {
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        var fall = (await uow.FindFallAsync(id)).ShouldNotBeNull();
        var heute = Ortszeit.DateOf(Uhr.GetUtcNow());
        fall.Record(
            tatsache, new(berichtigt ? Heute : heute, heute, Uhr.GetUtcNow(), "weber", berichtigt ? "Schreibfehler" : null),
            berichtigt ? fall.Akte.Last(e => e.Tatsache.GetType() == tatsache.GetType()).Id : null);
        await uow.CommitAsync();
    }
}

public sealed class WhenAClientWantsToBeRemindedOnSqlite : WhenAClientWantsToBeReminded<OnSqlite>;

public sealed class WhenAClientWantsToBeRemindedOnPostgreSql : WhenAClientWantsToBeReminded<OnPostgreSql>;
