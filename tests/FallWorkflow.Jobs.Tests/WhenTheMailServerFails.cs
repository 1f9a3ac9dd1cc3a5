using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Jobs.Tests.Umgebung;

namespace FallWorkflow.Jobs.Tests;

public sealed class WhenTheMailServerFails : Buehne<OnSqlite>
{
    [Fact]
    public async Task It_is_tried_again_after_doubled_waits_up_to_six_hours_and_then_shown_as_failed()
    {
        var id = await AddErinnerungAsync("x1");
        Mailer.Stoerung = _ => new InvalidOperationException("Mailserver nicht erreichbar");

        var wartezeiten = new List<double>();
        for (var versuch = 1; versuch <= Zustellversuche.Hoechstzahl; versuch++)
        {
            (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 1));
            var frei = (await FindAsync(id)).FruehestensAm!.Value;
            wartezeiten.Add((frei - Echtzeit.GetUtcNow()).TotalMinutes);
            Echtzeit.Set(frei.AddMilliseconds(-1));
            (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 0));
            Echtzeit.Set(frei);
        }

        wartezeiten.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 0));
        (await Knoten.Erinnerungen.OffeneAsync(DateTimeOffset.MaxValue, null, 100)).ShouldBeEmpty();
        var gescheitert = (await Knoten.Erinnerungen.GescheiterteAsync(10)).ShouldHaveSingleItem();
        (gescheitert.Id, gescheitert.Gescheitert, gescheitert.Versuche, gescheitert.LetzterFehler)
            .ShouldBe((id, true, 12, "Mailserver nicht erreichbar"));
    }

    [Fact]
    public async Task One_that_was_given_up_can_be_tried_again_and_only_such_a_one()
    {
        var id = await AddErinnerungAsync("x1");
        Mailer.Stoerung = _ => new InvalidOperationException("Mailserver nicht erreichbar");
        (await Knoten.Erinnerungen.RetryAsync(id)).ShouldBeFalse();
        for (var versuch = 1; versuch <= Zustellversuche.Hoechstzahl; versuch++)
        {
            await Knoten.Lauf.RunDueAsync();
            Echtzeit.Advance(Zustellversuche.LaengsteWartezeit);
        }

        Mailer.Stoerung = _ => null;
        (await Knoten.Lauf.RunDueAsync()).Zugestellt.ShouldBe(0);
        (await Knoten.Erinnerungen.RetryAsync(id)).ShouldBeTrue();
        (await Knoten.Lauf.RunDueAsync()).Zugestellt.ShouldBe(1);
        (await Knoten.Erinnerungen.RetryAsync(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Others_are_delivered_in_the_same_run()
    {
        await AddErinnerungAsync("a", Jetzt.AddHours(-2));
        await AddErinnerungAsync("b", Jetzt.AddHours(-1));
        await AddErinnerungAsync("c");
        Mailer.Stoerung = mail => mail.Schluessel == "b" ? new InvalidOperationException("abgewiesen") : null;

        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(2, 1));

        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task A_person_without_an_address_is_told_as_soon_as_there_is_one()
    {
        await AddPersonAsync("neu", Domain.Akte.Rollen.Fallmanager, "nord", mail: null);
        var id = await AddErinnerungAsync("x1", empfaenger: "neu");

        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 1));
        (await FindAsync(id)).LetzterFehler.ShouldBe("Für die Person ist keine E-Mail-Adresse hinterlegt. Ergänzen Sie sie in den Stammdaten.");
        await AddPersonAsync("neu", Domain.Akte.Rollen.Fallmanager, "nord");
        Echtzeit.Advance(TimeSpan.FromMinutes(1));
        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(1, 0));
    }

    [Fact]
    public async Task A_crash_between_sending_and_marking_repeats_the_same_key_after_the_claim_and_not_before()
    {
        var id = await AddErinnerungAsync("x1");
        using var absturz = new CancellationTokenSource();
        // The process ends right after the mail server has taken the mail: nothing is marked any more.
        Mailer.NachAnnahme = () =>
        {
            absturz.Cancel();
            absturz.Token.ThrowIfCancellationRequested();
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Knoten.Lauf.RunDueAsync(absturz.Token));
        Mailer.NachAnnahme = () => { };

        await using var neuerProzess = Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);
        Echtzeit.Advance(Zustellversuche.Anspruch - TimeSpan.FromMilliseconds(1));
        (await neuerProzess.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 0));
        Echtzeit.Advance(TimeSpan.FromMilliseconds(1));
        (await neuerProzess.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(1, 0));

        // At least once: the key tells the repetition.
        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["x1", "x1"]);
        (await FindAsync(id)).Versuche.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_kills_the_process_every_time_is_given_up()
    {
        var id = await AddErinnerungAsync("gift");
        for (var neustart = 0; neustart < Zustellversuche.Hoechstzahl; neustart++)
        {
            // What a process leaves behind that dies in the attempt: the claim.
            (await Knoten.Erinnerungen.ClaimAsync(await FindAsync(id), Echtzeit.GetUtcNow() + Zustellversuche.Anspruch)).ShouldBeTrue();
            Echtzeit.Advance(Zustellversuche.Anspruch);
        }

        (await Knoten.Lauf.RunDueAsync()).ShouldBe(new Laufergebnis(0, 0));
        (await Knoten.Erinnerungen.GescheiterteAsync(10)).ShouldHaveSingleItem().Id.ShouldBe(id);
    }
}
