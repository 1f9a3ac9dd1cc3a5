using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenFaelleAreSearched(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task All_conditions_are_asked_for_by_the_address()
    {
        var nachname = NewName();
        var fall = await OpenAsync($"Müller-{nachname}");
        await OpenAsync($"Meier-{nachname}");
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var zeile = (await RowsAsync(leitung, $"text=muell {nachname}")).Single();
        var nummer = zeile.GetProperty("nummer").GetString()!;

        foreach (var (frage, erwartet) in new (string, int)[]
        {
            ($"text={nachname}", 2), ($"text=MÜL {nachname}", 1), ($"text={nummer}", 1), ($"text={nummer.ToLowerInvariant()} {nachname}", 1),
            ($"text={nachname}&fallmanager={Testjobcenter.Fallmanagerin}", 1), ($"text={nachname}&ohneFallmanager=true", 1),
            ($"text={nachname}&bedarf=Finanzen", 2), ($"text={nachname}&bedarf=Wohnen", 0), ($"text={nachname}&status=Angefragt", 2), ($"text={nachname}&status=Angefragt&phase=Uebergabe", 1), ($"text={nachname}&status=Beendet", 0),
            ($"text={nachname}&ueberfaellig=true", 0), ($"text={nachname}&faelligBis=2027-01-10", 0), ($"text={nachname}&faelligBis=2029-12-31", 2),
            ($"text={nachname}&buero={Testjobcenter.Nuernberg}", 2), ($"text={nachname}&buero={Testjobcenter.Berlin}", 0),
        })
            (await RowsAsync(leitung, frage)).Count.ShouldBe(erwartet, frage);
        (await RowsAsync(leitung, $"text={nachname}&folge=Name")).Select(z => z.GetProperty("personName").GetString()).ShouldBe([$"Jörg Meier-{nachname}", $"Jörg Müller-{nachname}"]);
    }

    [Fact]
    public async Task The_list_is_walked_through_by_what_each_answer_says()
    {
        var nachname = NewName();
        for (var n = 0; n < 5; n++)
            await OpenAsync($"{nachname}{(char)('a' + n)}");
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);

        foreach (var folge in (string[])["Nummer", "Name", "Faelligkeit"])
        {
            var frage = $"/api/faelle?text={nachname}&folge={folge}&groesse=2";
            var erste = await leitung.GetAsync(frage);
            var zweite = await leitung.GetAsync($"{frage}&fortsetzung={erste.GetProperty("weiter").GetString()}");
            var dritte = await leitung.GetAsync($"{frage}&fortsetzung={zweite.GetProperty("weiter").GetString()}");

            NamesOf(erste).Concat(NamesOf(zweite)).Concat(NamesOf(dritte)).ShouldBe(Enumerable.Range(0, 5).Select(n => $"Jörg {nachname}{(char)('a' + n)}"), folge);
            (erste.GetProperty("zurueck").ValueKind, dritte.GetProperty("weiter").ValueKind, erste.GetProperty("gesamt").GetInt32()).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, 5));
            NamesOf(await leitung.GetAsync($"{frage}&fortsetzung={dritte.GetProperty("zurueck").GetString()}")).ShouldBe(NamesOf(zweite));
            erste.GetProperty("weiter").GetString()!.ShouldNotContain(nachname, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_place_is_refused_when_it_was_changed_or_belongs_to_another_list_or_person()
    {
        var nachname = NewName();
        for (var n = 0; n < 2; n++)
            await OpenAsync(nachname);
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var weiter = (await leitung.GetAsync($"/api/faelle?text={nachname}&groesse=1&folge=Name")).GetProperty("weiter").GetString()!;
        (await RowsAsync(leitung, $"text={nachname}&groesse=50&folge=Name&fortsetzung={weiter}")).Count.ShouldBe(1, "another size is fine");

        foreach (var falsch in (string[])
            [
                $"text={nachname}&folge=Name&fortsetzung={weiter[..^3]}xyz", $"text={nachname}&folge=Name&fortsetzung=", $"text={nachname}&folge=Name&fortsetzung=abc%20%2B",
                $"text={nachname}&folge=Nummer&fortsetzung={weiter}", $"text={nachname}&folge=Name&bedarf=Finanzen&fortsetzung={weiter}", $"folge=Name&fortsetzung={weiter}",
            ])
            await ShouldBeRefusedAsync(leitung, falsch, "fortsetzung", "Beginnen Sie ohne");
        await ShouldBeRefusedAsync(
            await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin), $"text={nachname}&folge=Name&fortsetzung={weiter}", "fortsetzung", "Beginnen Sie ohne");
    }

    [Theory]
    [InlineData("status=99", "status", "angebotenen Werte")]
    [InlineData("bedarf=77", "bedarf", "angebotenen Werte")]
    [InlineData("folge=9", "folge", "angebotenen Werte")]
    [InlineData("seite=2", "seite", "fortsetzung")]
    [InlineData("fallmanager=fm.nuernberg&ohneFallmanager=true", "ohneFallmanager", "entweder")]
    [InlineData("text=a b c d e f g h i", "text", "höchstens 8 Wörtern")]
    public async Task Wrong_values_are_refused_with_what_to_do(string frage, string feld, string rat) =>
        await ShouldBeRefusedAsync(await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin), frage, feld, rat);

    [Theory]
    [InlineData("status=Unsinn")]
    [InlineData("faelligBis=31.02.2027")]
    [InlineData("ueberfaellig=vielleicht")]
    public async Task Values_of_another_kind_are_refused(string frage)
    {
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        await (await leitung.Http.GetAsync($"/api/faelle?{frage}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "anfrage-ungueltig");
    }

    [Fact]
    public async Task Too_long_a_text_is_refused() =>
        await ShouldBeRefusedAsync(await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin), $"text={new string('x', 201)}", "text", "höchstens 200 Zeichen");

    [Theory]
    [InlineData(Testjobcenter.BerlinerFallmanager)]
    [InlineData(Testjobcenter.BerlinerTeamleiter)]
    [InlineData(Testjobcenter.ZweiteFallmanagerin)]
    public async Task Whom_one_may_not_see_is_found_by_no_question_and_no_count(string benutzer)
    {
        var nachname = NewName();
        var fall = await OpenAsync(nachname);
        await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin))
            .RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);

        foreach (var frage in (string[])[$"text={nachname}", $"text={nachname}&fallmanager={Testjobcenter.Fallmanagerin}", $"text={nachname}&bedarf=Finanzen&folge=Name", $"text={nachname}&buero={Testjobcenter.Nuernberg}"])
        {
            var liste = await sitzung.GetAsync($"/api/faelle?{frage}");
            (liste.GetProperty("zeilen").GetArrayLength(), liste.GetProperty("gesamt").GetInt32(), liste.GetProperty("weiter").ValueKind).ShouldBe((0, 0, JsonValueKind.Null), frage);
        }
    }

    private static string NewName() => "Q" + string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + Convert.ToInt32($"{c}", 16))));

    private async Task<Guid> OpenAsync(string nachname) => await (await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(Gemeinsam.Heute, new
    {
        person = new { vorname = "Jörg", nachname },
        handlungsbedarfe = new[] { new { bereich = "Gesundheit", beschreibung = "Sucht" }, new { bereich = "Finanzen", beschreibung = "Schulden" } },
        fortschrittErwartet = true,
        fortschrittBegruendung = "Erste Schritte sind getan.",
    });

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(Sitzung sitzung, string frage) =>
        [.. (await sitzung.GetAsync($"/api/faelle?{frage}")).GetProperty("zeilen").EnumerateArray()];

    private static IEnumerable<string> NamesOf(JsonElement liste) => liste.GetProperty("zeilen").EnumerateArray().Select(z => z.GetProperty("personName").GetString()!);

    private static async Task ShouldBeRefusedAsync(Sitzung sitzung, string frage, string feld, string rat)
    {
        var problem = await (await sitzung.Http.GetAsync($"/api/faelle?{frage}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf(feld).ShouldContain(rat, Case.Sensitive, frage);
    }
}
