using System.Net;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

// Where there never was a Fall.
public abstract partial class WhenTheRetentionEnds
{
    private const string Weiterfuehren = "Vorkontakt weiterführen oder beenden";

    [Fact]
    public async Task A_contact_that_nobody_takes_up_is_asked_about_ended_and_deleted()
    {
        var (fall, nummer) = await MeetAsync("Müßig-Öztürk");
        await App.AdvanceToAsync(new DateOnly(2027, 4, 9));
        (await UndoneAsync(fall)).ShouldBeEmpty("three months have not passed yet");
        await App.AdvanceToAsync(new DateOnly(2027, 4, 12));
        (await UndoneAsync(fall)).ShouldBe([Weiterfuehren]);
        await App.AdvanceToAsync(new DateOnly(2027, 4, 28));
        await _leitung.RecordAsync(fall, "VorkontaktBeendet", new DateOnly(2027, 4, 28), new { begruendung = "kommt nicht mehr" });
        (await UndoneAsync(fall)).ShouldNotContain(Weiterfuehren);
        (await CellsAsync(fall, nummer)).ShouldNotBeEmpty("the search itself must find something");
        await App.AdvanceToAsync(new DateOnly(2027, 5, 13));

        await ChooseAsync((await TaskAsync(fall, Pruefen)).ShouldNotBeNull("two weeks have passed"), "Akte löschen");

        await (await _datenschutz.Http.GetAsync($"/api/faelle/{fall}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        // Overviews and mails of the weeks before go after their thirty days.
        await App.Services.GetRequiredService<ILoeschungen>().CleanAsync(new(2027, 6, 14, 0, 0, 0, TimeSpan.Zero));
        (await CellsAsync(fall, nummer)).ShouldBeEmpty();
        (await _datenschutz.GetAsync("/api/datenschutz/loeschungen"))[0].GetProperty("ausgang").GetString().ShouldBe("VorkontaktBeendet");
        WebUtility.HtmlDecode(await _datenschutz.Http.GetStringAsync("/datenschutz")).ShouldContain("Vorkontakt beendet");
    }

    [Fact]
    public async Task A_handover_stops_the_question_about_the_contact_before_it()
    {
        var (fall, nummer) = await MeetAsync("Müßig-Öztürk");
        var vermittlerin = await App.SignInAsync(Testjobcenter.Vermittlerin);
        await Sitzung.ReadAsync(await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Heute, daten = Handover(nummer) }));
        await App.AdvanceToAsync(new DateOnly(2027, 6, 1));
        (await UndoneAsync(fall)).ShouldNotContain(Weiterfuehren);

        static System.Text.Json.Nodes.JsonObject Handover(string nummer)
        {
            var daten = System.Text.Json.JsonSerializer.SerializeToNode(Beispieldaten.Uebergabe)!.AsObject();
            daten["vorkontakt"] = nummer;
            return daten;
        }
    }

    [Fact]
    public async Task What_an_earlier_release_left_without_a_process_gets_it_at_night_once()
    {
        var offen = await LeaveAsync(new VorkontaktGehalten("Tagestreff", "Post"));
        var beendet = await LeaveAsync(new VorkontaktGehalten("Tagestreff", "Post"), new VorkontaktBeendet("kommt nicht mehr"));
        var abgewiesen = await LeaveAsync(
            new Uebergeben(new("Ada", "Muster"), [new(Bedarfsbereich.Finanzen, "Schulden")], true, "möchte"), new UebergabeAngenommen(Testjobcenter.Fallmanagerin),
            new NichtAufgenommen("möchte nicht", "Vermittlung"), new RueckgabeBestaetigt());
        var laufend = await NotReturnedAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 1, 20));
        (await TaskAsync(abgewiesen, Pruefen)).ShouldBeNull();
        var nachholung = App.Services.GetRequiredService<Prozessnachholung>();

        (await nachholung.RunAsync()).ShouldBe(3);
        (await nachholung.RunAsync()).ShouldBe(0);

        await App.AdvanceToAsync(new DateOnly(2027, 1, 25));
        foreach (var fall in new[] { beendet, abgewiesen })
        {
            (await TaskAsync(fall, Pruefen)).ShouldBeNull("two weeks from the day of the end");
            (await _datenschutz.GetAsync($"/api/faelle/{fall}")).GetProperty("aufbewahrungAb").GetString().ShouldBe("2027-01-11");
        }

        await App.AdvanceToAsync(new DateOnly(2027, 1, 26));
        foreach (var fall in new[] { beendet, abgewiesen })
            await ChooseAsync((await TaskAsync(fall, Pruefen)).ShouldNotBeNull(), "Akte löschen");
        await App.AdvanceToAsync(new DateOnly(2027, 4, 12));
        (await UndoneAsync(offen)).ShouldBe([Weiterfuehren]);
        (await TaskAsync(laufend, Pruefen)).ShouldBeNull("placement has not confirmed the return");
    }

    private async Task<IReadOnlyList<string?>> UndoneAsync(Guid fall) =>
        [.. (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray()
            .Where(a => a.GetProperty("status").GetString() == "Offen").Select(a => a.GetProperty("titel").GetString())];

    private async Task<(Guid Fall, string Nummer)> MeetAsync(string name)
    {
        var antwort = await Sitzung.ReadAsync(await _fallmanagerin.PostAsync("/api/vorkontakte", new { wirksamAm = Gemeinsam.Heute, daten = new { ort = "Tagestreff", themen = "Post vom Amt", name } }));
        return (antwort.GetProperty("fallId").GetGuid(), antwort.GetProperty("nummer").GetString()!);
    }

    private async Task<Guid> NotReturnedAsync()
    {
        var fall = await (await App.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(Gemeinsam.Heute);
        await _leitung.RecordAsync(fall, "UebergabeAbgelehnt", Gemeinsam.Heute, new { begruendung = "Schon in Beratung.", wieGehtEsWeiter = "Regelvermittlung" });
        return fall;
    }

    /// <summary>An Akte as an earlier release left it: entries, and no process.</summary>
    private async Task<Guid> LeaveAsync(params Tatsache[] tatsachen)
    {
        var jetzt = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);
        await using var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        var fall = Fall.Open(Guid.NewGuid(), await uow.NextFallnummerAsync(2027), Testjobcenter.Nuernberg);
        uow.Add(fall);
        foreach (var tatsache in tatsachen)
            fall.Record(tatsache, new Erfassung(Gemeinsam.Heute, Gemeinsam.Heute, jetzt, Testjobcenter.Fallmanagerin));
        await uow.CommitAsync();
        return fall.Id;
    }
}
