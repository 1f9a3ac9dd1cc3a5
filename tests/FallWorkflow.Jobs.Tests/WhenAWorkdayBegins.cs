using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Jobs.Tests.Umgebung;

namespace FallWorkflow.Jobs.Tests;

public sealed class WhenAWorkdayBegins : Buehne<OnSqlite>
{
    /// <summary>Tuesday.</summary>
    private static readonly DateOnly Heute = new(2027, 3, 2);

    [Fact]
    public async Task The_overview_names_each_task_once_where_it_is_most_urgent()
    {
        var eins = await AddFallAsync("FM-2027-00001");
        var zwei = await AddFallAsync("FM-2027-00002");
        // New is what came since half past seven of the Werktag before.
        var neu = Ortszeit.At(Heute.AddDays(-1), new(8, 0));
        await AddAufgabeAsync(zwei, "Kontakt halten", Heute.AddDays(-1), neu);
        await AddAufgabeAsync(eins, "Plan überprüfen", Heute.AddDays(-20));
        await AddAufgabeAsync(eins, "Bericht anfordern", Heute);
        await AddAufgabeAsync(eins, "Gespräch führen", new(2027, 3, 7), neu);
        await AddAufgabeAsync(zwei, "Nächste Woche", new(2027, 3, 8));
        await AddAufgabeAsync(zwei, "Entscheidung vorbereiten", new(2027, 3, 8), neu);
        await AddAufgabeAsync(eins, "Unterlagen sichten", null, neu);
        await AddAufgabeAsync(eins, "Alt ohne Frist", null, Ortszeit.At(Heute.AddDays(-1), new(7, 29)));

        await Knoten.Lauf.RunDueAsync();

        var mail = Mailer.Mails.ShouldHaveSingleItem();
        (mail.An, mail.Schluessel, mail.Betreff).ShouldBe((
            "weber@example.org", "tagesuebersicht:weber:2027-03-02", "Ihre Aufgaben am 02.03.2027: 2 überfällig, 2 diese Woche fällig, 2 neu"));
        mail.Text.ShouldBe(
            """
            Ihre Aufgaben am Dienstag, 2. März 2027

            Überfällig
            - Plan überprüfen (FM-2027-00001), fällig bis 10.02.2027
            - Kontakt halten (FM-2027-00002), fällig bis 01.03.2027

            Diese Woche fällig
            - Bericht anfordern (FM-2027-00001), fällig bis 02.03.2027
            - Gespräch führen (FM-2027-00001), fällig bis 07.03.2027

            Neu
            - Entscheidung vorbereiten (FM-2027-00002), fällig bis 08.03.2027
            - Unterlagen sichten (FM-2027-00001)

            Diese Nachricht wurde automatisch erstellt. Bitte antworten Sie nicht darauf.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_comes_once_a_day_even_if_tasks_follow_and_from_two_nodes()
    {
        var fall = await AddFallAsync("FM-2027-00001");
        await AddAufgabeAsync(fall, "Kontakt halten", Heute);
        await using var zweiter = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);

        var geschrieben = await Task.WhenAll(Knoten.Lauf.WriteTagesuebersichtenAsync(), Task.Run(() => zweiter.Lauf.WriteTagesuebersichtenAsync()));
        geschrieben.Sum().ShouldBe(1);
        await AddAufgabeAsync(fall, "Noch eine", Heute);
        await AddAufgabeAsync(fall, "Für die Teamleitung", Heute, zustaendig: "yilmaz", rolle: Rollen.Teamleitung);
        await Knoten.Lauf.RunDueAsync();
        Uhr.Advance(TimeSpan.FromHours(8));
        await zweiter.Lauf.RunDueAsync();
        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["tagesuebersicht:weber:2027-03-02"]);

        Uhr.Advance(TimeSpan.FromHours(16));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.Skip(1).Select(m => m.Schluessel).Order()
            .ShouldBe(["tagesuebersicht:weber:2027-03-03", "tagesuebersicht:yilmaz:2027-03-03"]);
    }

    [Fact]
    public async Task With_nothing_to_say_there_is_no_mail()
    {
        var fall = await AddFallAsync("FM-2027-00001");
        await AddAufgabeAsync(fall, "Erledigt", Heute, status: Aufgabenstatus.Erledigt);
        await AddAufgabeAsync(fall, "Ruht", Heute, ruhtVon: Heute.AddDays(-3), ruhtBis: Heute);
        await AddAufgabeAsync(fall, "Später", Heute.AddDays(30));

        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.ShouldBeEmpty();

        // The pause is over, so the task counts again.
        Uhr.Advance(TimeSpan.FromDays(1));
        await Knoten.Lauf.RunDueAsync();
        Mailer.Mails.Single().Text.ShouldContain("Überfällig\n- Ruht (FM-2027-00001), fällig bis 02.03.2027");
    }

    [Fact]
    public async Task A_task_of_a_role_is_everybodys_in_the_office_and_an_assigned_one_only_that_persons()
    {
        await AddBueroAsync("sued", Land.BE);
        await AddPersonAsync("adam", Rollen.Fallmanager, "nord");
        await AddPersonAsync("sommer", Rollen.Fallmanager, "sued");
        await AddPersonAsync("horizont", Rollen.Traeger, "nord");
        var fall = await AddFallAsync("FM-2027-00001");
        await AddAufgabeAsync(fall, "Von jemandem", Heute, zustaendig: null);
        await AddAufgabeAsync(fall, "Aushilfe", Heute, zustaendig: "sommer");

        await Knoten.Lauf.RunDueAsync();

        Mailer.Mails.Select(m => (m.An, m.Text.Contains("Von jemandem", StringComparison.Ordinal), m.Text.Contains("Aushilfe", StringComparison.Ordinal))).Order()
            .ShouldBe([("adam@example.org", true, false), ("sommer@example.org", false, true), ("weber@example.org", true, false)]);
    }

    [Theory]
    // Winter time until the night before Sunday 28 March 2027, then summer time; back on Sunday 31 October.
    [InlineData(2027, 3, 25, 6)]
    [InlineData(2027, 3, 30, 5)]
    [InlineData(2027, 10, 29, 5)]
    [InlineData(2027, 11, 1, 6)]
    public async Task It_comes_from_half_past_seven_local_time_in_winter_and_summer(int jahr, int monat, int tag, int stundeUtc)
    {
        var fall = await AddFallAsync("FM-2027-00001");
        await AddAufgabeAsync(fall, "Kontakt halten", Heute);
        var zeit = new DateTimeOffset(jahr, monat, tag, stundeUtc, 30, 0, TimeSpan.Zero);

        Uhr.Set(zeit.AddMilliseconds(-1));
        (await Knoten.Lauf.WriteTagesuebersichtenAsync()).ShouldBe(0);
        Uhr.Set(zeit);
        (await Knoten.Lauf.WriteTagesuebersichtenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_Feiertag_counts_where_it_is_one_and_weekends_everywhere()
    {
        await AddBueroAsync("sued", Land.BY);
        await AddPersonAsync("sommer", Rollen.Fallmanager, "sued");
        var berlin = await AddFallAsync("FM-2027-00001");
        var bayern = await AddFallAsync("FM-2027-00002", "sued");
        await AddAufgabeAsync(berlin, "Kontakt halten", Heute, zustaendig: "weber");
        await AddAufgabeAsync(bayern, "Kontakt halten", Heute, zustaendig: "sommer", buero: "sued");

        // Fronleichnam, Friday, Saturday, Sunday.
        for (var tag = new DateOnly(2027, 5, 27); tag <= new DateOnly(2027, 5, 30); tag = tag.AddDays(1))
        {
            Uhr.Set(Ortszeit.At(tag, new(9, 0)));
            await Knoten.Lauf.RunDueAsync();
        }

        Mailer.Mails.Select(m => m.Schluessel).Order().ShouldBe(
            ["tagesuebersicht:sommer:2027-05-28", "tagesuebersicht:weber:2027-05-27", "tagesuebersicht:weber:2027-05-28"]);
    }

    [Fact]
    public async Task After_a_Feiertag_new_reaches_back_to_the_last_overview()
    {
        var fall = await AddFallAsync("FM-2027-00001");
        await AddAufgabeAsync(fall, "Vor Ostern gekommen", null, Ortszeit.At(new(2027, 3, 25), new(8, 0)));

        // Thursday before Good Friday; Tuesday after Easter Monday.
        Uhr.Set(Ortszeit.At(new(2027, 3, 30), new(7, 30)));
        await Knoten.Lauf.RunDueAsync();

        Mailer.Mails.Single().Text.ShouldContain("Neu\n- Vor Ostern gekommen (FM-2027-00001)");
    }

    [Fact]
    public async Task Tasks_are_linked_if_the_address_of_the_pages_is_known()
    {
        var aufgabe = await AddAufgabeAsync(await AddFallAsync("FM-2027-00001"), "Kontakt halten", Heute);
        await using var knoten = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit, new Uri("http://localhost:5080"));

        await knoten.Lauf.RunDueAsync();

        Mailer.Mails.Single().Text.ShouldContain($"fällig bis 02.03.2027\n  http://localhost:5080/aufgaben/{aufgabe}\n");
    }
}
