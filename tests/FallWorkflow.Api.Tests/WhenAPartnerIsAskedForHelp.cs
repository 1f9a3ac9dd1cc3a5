using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>A referral from the talk before it to its result (R56, R58, R59, R61); today is Monday, 11 January 2027.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAPartnerIsAskedForHelp(Gemeinsam gemeinsam)
{
    [Theory]
    [InlineData("informationGegeben", "Informieren Sie zuerst über die Leistung")]
    [InlineData("bedenkenBesprochen", "Besprechen Sie zuerst die Bedenken")]
    [InlineData("optionenVerglichen", "Vergleichen Sie zuerst die Möglichkeiten")]
    [InlineData("klientEinverstanden", "Fragen Sie die Person, und bestätigen Sie ihr Einverständnis")]
    public async Task Nothing_leaves_before_the_person_was_informed_heard_shown_alternatives_and_has_agreed(string feld, string rat)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var partner = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        var id = $"Z-{probe.Fall:N}";
        var ohne = JsonSerializer.SerializeToNode(Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"))!.AsObject();
        ohne[feld] = false;
        (await probe.RefusedAtAsync("ZuweisungVereinbart", feld, ohne)).ShouldContain(rat);
        ohne.Remove(feld);
        (await probe.RefusedAtAsync("ZuweisungVereinbart", feld, ohne)).ShouldNotBeEmpty("what is not said has not happened");
        await (await partner.Http.GetAsync($"/api/traeger/zuweisungen/{id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");

        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"));
        (await StateAsync(probe)).ShouldBe("Gesendet");
        Text(await partner.GetAsync($"/api/traeger/zuweisungen/{id}"), "leistung").ShouldBe("Beratung");
    }

    [Fact]
    public async Task It_accepts_once_and_nothing_is_left_to_ask()
    {
        var (probe, partner, weg) = await ReferAsync();
        await (await (await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSuchthilfe)).PostAsync($"{weg}/antwort", new { entscheidung = "Angenommen" }))
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await (await partner.PostAsync($"{weg}/antwort", new { entscheidung = "Vielleicht" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("entscheidung").ShouldContain("Angenommen, Abgelehnt, Rueckfrage");

        await DoneAsync(partner, $"{weg}/antwort", new { entscheidung = "Angenommen", ansprechperson = "Toni Partner" });

        (await StateAsync(probe)).ShouldBe("Angenommen");
        Text((await probe.AkteAsync("ZuweisungAngenommen")).ShouldHaveSingleItem().GetProperty("daten"), "ansprechperson").ShouldBe("Toni Partner");
        var nochmals = await (await partner.PostAsync($"{weg}/antwort", new { entscheidung = "Abgelehnt", text = "doch nicht" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        Text(nochmals, "regel").ShouldBe("ZuweisungMussAufAntwortWarten");
        (await TasksAsync(probe)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_declines_with_a_reason_and_the_Fallmanager_looks_for_something_else()
    {
        var (probe, partner, weg) = await ReferAsync();
        (await (await partner.PostAsync($"{weg}/antwort", new { entscheidung = "Abgelehnt" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("begruendung").ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await StateAsync(probe)).ShouldBe("Gesendet");

        await DoneAsync(partner, $"{weg}/antwort", new { entscheidung = "Abgelehnt", text = "kein Platz bis Mai" });

        (await StateAsync(probe)).ShouldBe("Abgelehnt");
        Text((await probe.AkteAsync("ZuweisungAbgelehnt")).ShouldHaveSingleItem().GetProperty("daten"), "begruendung").ShouldBe("kein Platz bis Mai");
        (await TasksAsync(probe)).ShouldBe(["Alternative"]);
    }

    [Fact]
    public async Task It_asks_back_and_answers_when_it_knows()
    {
        var (probe, partner, weg) = await ReferAsync();
        (await (await partner.PostAsync($"{weg}/antwort", new { entscheidung = "Rueckfrage", text = " " })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("frage").ShouldBe("Bitte füllen Sie dieses Feld aus.");
        var zuweisungId = Text((await probe.ReadAsync()).GetProperty("zuweisungen")[0], "id");
        (await probe.RefusedByAsync("RueckfrageBeantwortet", new { zuweisungId, antwort = "ja" })).ShouldBe("RueckfrageMussOffenSein");

        await DoneAsync(partner, $"{weg}/antwort", new { entscheidung = "Rueckfrage", text = "Welche Sprache?" });
        (await StateAsync(probe)).ShouldBe("Rueckfrage");
        (await TasksAsync(probe)).ShouldBe(["Rueckfrage"]);
        await probe.RecordAsync("RueckfrageBeantwortet", new { zuweisungId, antwort = "Türkisch" });

        (await TasksAsync(probe)).ShouldBeEmpty();
        (await partner.Http.GetStringAsync($"{weg}/nachrichten")).ShouldContain("Türkisch");
        await DoneAsync(partner, $"{weg}/antwort", new { entscheidung = "Angenommen" });
        (await StateAsync(probe)).ShouldBe("Angenommen");
    }

    [Fact]
    public async Task Start_course_problem_and_end_are_in_the_Fall_at_once()
    {
        var (probe, partner, weg) = await ReferAsync();
        foreach (var art in new[] { "Beginn", "Verlauf", "Problem", "Ende" })
        {
            var zuFrueh = await (await partner.PostAsync($"{weg}/bericht", new { art, text = "x" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
            Text(zuFrueh, "regel").ShouldBe("ZuweisungMussAngenommenSein", art);
        }

        await DoneAsync(partner, $"{weg}/antwort", new { entscheidung = "Angenommen" });
        foreach (var (art, feld) in new[] { ("Verlauf", "bericht"), ("Problem", "problem"), ("Ende", "ergebnis") })
            (await (await partner.PostAsync($"{weg}/bericht", new { art })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldBe("Bitte füllen Sie dieses Feld aus.");

        await ReportAsync("Beginn", null);
        (await ReadAsync()).ShouldBe(("Begonnen", "2027-01-11", null, null));
        await ReportAsync("Verlauf", "Zwei Gläubiger sind geklärt.");
        Text((await probe.AkteAsync("VerlaufGemeldet")).ShouldHaveSingleItem().GetProperty("daten"), "bericht").ShouldBe("Zwei Gläubiger sind geklärt.");
        (await TasksAsync(probe)).ShouldBeEmpty();
        await ReportAsync("Problem", "Termine fallen aus.");
        Text((await probe.AkteAsync("ProblemGemeldet")).ShouldHaveSingleItem().GetProperty("daten"), "problem").ShouldBe("Termine fallen aus.");
        (await TasksAsync(probe)).ShouldBe(["Problem"]);
        await ReportAsync("Ende", "Ratenplan steht.");
        (await ReadAsync()).ShouldBe(("Beendet", "2027-01-11", "2027-01-11", "Ratenplan steht."));
        (await TasksAsync(probe)).ShouldBe(["Ergebnis"]);
        (await probe.PageAsync()).ShouldContain("Ratenplan steht.");

        Task ReportAsync(string art, string? text) => DoneAsync(partner, $"{weg}/bericht", new { art, text });

        async Task<(string?, string?, string?, string?)> ReadAsync()
        {
            var z = (await probe.ReadAsync()).GetProperty("zuweisungen")[0];
            return (Text(z, "stand"), Text(z, "begonnenAm"), Text(z, "beendetAm"), Text(z, "ergebnis"));
        }
    }

    [Theory]
    [InlineData("Ziel")]
    [InlineData("Assessment")]
    [InlineData("KeineAenderung")]
    public async Task A_finished_service_is_filed_and_the_Fall_closed_only_after_its_result_was_taken_up(string weg)
    {
        var (probe, partner, adresse) = await ReferAsync();
        var zuweisungId = Text((await probe.ReadAsync()).GetProperty("zuweisungen")[0], "id");
        await DoneAsync(partner, $"{adresse}/antwort", new { entscheidung = "Angenommen" });
        (await probe.RefusedByAsync("ErgebnisUebernommen", new { zuweisungId, weg, anmerkung = "gut" })).ShouldBe("ZuweisungMussBeendetSein");
        await DoneAsync(partner, $"{adresse}/bericht", new { art = "Ende", text = "Ratenplan steht." });
        (await probe.RefusedAtAsync("ErgebnisUebernommen", "weg", new { zuweisungId, weg = "Ablage", anmerkung = "gut" })).ShouldContain("Ziel, Assessment, KeineAenderung");
        (await probe.RefusedAtAsync("ErgebnisUebernommen", "anmerkung", new { zuweisungId, weg, anmerkung = " " })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        var antwort = await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/FallAbgeschlossen", new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Abschluss() });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (Text(problem, "regel"), problem.GetProperty("abweichungMoeglich").GetBoolean()).ShouldBe(("ErgebnisseMuessenUebernommenSein", true));
        Text(problem, "detail")!.ShouldContain("Übernehmen Sie es zuerst");
        (await StateAsync(probe), (await TasksAsync(probe)).ShouldHaveSingleItem()).ShouldBe(("Beendet", "Ergebnis"));

        await probe.RecordAsync("ErgebnisUebernommen", new { zuweisungId, weg, anmerkung = "Die Miete ist das nächste Ziel." });

        (await StateAsync(probe), Text((await probe.ReadAsync()).GetProperty("zuweisungen")[0], "uebernommen")).ShouldBe(("ErgebnisUebernommen", weg));
        (await TasksAsync(probe)).ShouldBeEmpty();
        await probe.RecordAsync("FallAbgeschlossen", Beispieldaten.Abschluss());
        Text(await probe.ReadAsync(), "status").ShouldBe("Nachbetreuung");
    }

    private async Task<(Fallprobe Probe, Sitzung Partner, string Weg)> ReferAsync()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = $"Z-{probe.Fall:N}";
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"));
        return (probe, await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden), $"/api/traeger/zuweisungen/{id}");
    }

    private static async Task DoneAsync(Sitzung partner, string adresse, object inhalt) => await Sitzung.ReadAsync(await partner.PostAsync(adresse, inhalt));

    private static async Task<string?> StateAsync(Fallprobe probe) => Text((await probe.ReadAsync()).GetProperty("zuweisungen")[0], "stand");

    /// <summary>Open tasks that the referral has set.</summary>
    private static async Task<List<string?>> TasksAsync(Fallprobe probe) =>
        [.. (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray().Where(a => Text(a, "status") == "Offen").Select(a => Text(a, "art")).Where(a => a is not "Assessment")];

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
