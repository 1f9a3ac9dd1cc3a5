using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Jobs.Tests.Umgebung;

namespace FallWorkflow.Jobs.Tests;

public abstract class WhenRemindersAreDue<TDatenbank> : Buehne<TDatenbank>
    where TDatenbank : Testdatenbank, new()
{
    [Fact]
    public async Task A_reminder_is_one_mail_however_often_the_run_is_repeated()
    {
        var id = await AddErinnerungAsync("x1");

        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(1, 0));
        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 0));

        Mailer.Mails.ShouldBe([new Mail(
            "x1", "weber@example.org", "Kontakt halten (x1)",
            "Der vereinbarte Kontakt steht an.\n\nDiese Nachricht wurde automatisch erstellt. Bitte antworten Sie nicht darauf.")]);
        (await FindAsync(id)).ZugestelltAt.ShouldBe(Jetzt);
    }

    [Fact]
    public async Task Due_is_what_the_process_clock_says_and_never_a_moment_earlier()
    {
        await AddErinnerungAsync("x1", Jetzt.AddDays(180));

        Uhr.Set(Jetzt.AddDays(180).AddMilliseconds(-1));
        (await Knoten.Lauf.RunDueAsync()).Zugestellt.ShouldBe(0);
        Uhr.Set(Jetzt.AddDays(180));
        (await Knoten.Lauf.RunDueAsync()).Zugestellt.ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_that_run_at_once_deliver_each_reminder_once()
    {
        foreach (var nr in Enumerable.Range(1, 30))
            await AddErinnerungAsync($"x{nr}");
        await using var zweiter = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);

        var ergebnisse = await Task.WhenAll(Knoten.Lauf.RunDueAsync(), Task.Run(() => zweiter.Lauf.RunDueAsync()));

        ergebnisse.Sum(e => e.Zugestellt).ShouldBe(30);
        Mailer.Mails.Select(m => m.Schluessel).Order().ShouldBe(Enumerable.Range(1, 30).Select(nr => $"x{nr}").Order());
    }

    [Fact]
    public async Task A_reminder_of_a_role_reaches_everybody_of_the_role_in_the_office_once()
    {
        await AddBueroAsync("sued", Domain.Kalender.Land.BY);
        await AddPersonAsync("krause", Rollen.Teamleitung, "nord");
        await AddPersonAsync("lang", Rollen.Teamleitung, "sued");
        await AddPersonAsync("ohne", Rollen.Teamleitung, "nord", mail: null);
        await AddErinnerungAsync("x1", empfaenger: null, rolle: Rollen.Teamleitung);

        await Knoten.Lauf.RunDueAsync();
        await Knoten.Lauf.RunDueAsync();

        Mailer.Mails.Select(m => (m.An, m.Schluessel)).Order().ShouldBe([("krause@example.org", "x1:krause"), ("yilmaz@example.org", "x1:yilmaz")]);
    }

    [Fact]
    public async Task One_bad_address_of_a_role_neither_holds_up_the_others_nor_tells_them_twice()
    {
        await AddPersonAsync("krause", Rollen.Teamleitung, "nord");
        await AddErinnerungAsync("x1", empfaenger: null, rolle: Rollen.Teamleitung);
        Mailer.Stoerung = mail => mail.An.StartsWith("krause", StringComparison.Ordinal) ? new InvalidOperationException("abgewiesen") : null;

        await Knoten.Lauf.RunDueAsync();
        Echtzeit.Advance(TimeSpan.FromHours(1));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.Select(m => m.An).ShouldBe(["yilmaz@example.org"]);

        Mailer.Stoerung = _ => null;
        Echtzeit.Advance(TimeSpan.FromHours(1));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.Select(m => m.An).ShouldBe(["yilmaz@example.org", "krause@example.org"]);
    }

    [Fact]
    public async Task The_mail_links_to_the_case_if_the_address_of_the_pages_is_known()
    {
        var fallId = Guid.NewGuid();
        await AddErinnerungAsync("x1", fallId: fallId);
        await using var knoten = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit, new Uri("https://fm.example.org/app/"));

        await knoten.Lauf.RunDueAsync();

        Mailer.Mails.Single().Text.ShouldContain($"\n\nhttps://fm.example.org/app/faelle/{fallId}\n\n");
    }

    [Fact]
    public async Task Without_a_mail_server_mails_are_kept_once_per_key()
    {
        await AddErinnerungAsync("x1");
        await using var knoten = Knoten.Create(Datenbank, Uhr, mailer: null, Echtzeit);

        await knoten.Lauf.RunDueAsync();
        await knoten.Get<IMailer>().SendAsync(new("x1", "weber@example.org", "noch einmal", "nach einem Absturz"));

        var mail = (await knoten.Get<IPostausgang>().LatestAsync(10)).ShouldHaveSingleItem();
        (mail.Schluessel, mail.An, mail.Betreff, mail.At).ShouldBe(("x1", "weber@example.org", "Kontakt halten (x1)", Jetzt));
    }
}

public sealed class WhenRemindersAreDueOnSqlite : WhenRemindersAreDue<OnSqlite>;

public sealed class WhenRemindersAreDueOnPostgreSql : WhenRemindersAreDue<OnPostgreSql>;
