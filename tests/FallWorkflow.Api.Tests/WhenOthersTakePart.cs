using System.Net;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Case conferences, the benefits department, employers (R63, R64, R67), through the API and over time.</summary>
public sealed class WhenOthersTakePart : IAsyncLifetime
{
    private static readonly object[] Teilnehmende =
    [
        new { art = "Klient", name = "Jörg Müßig-Öztürk" }, new { art = "Traeger", name = "Suchthilfe e. V." }, new { art = "Arbeitgeber", name = "Bäckerei Süß" },
    ];

    private Steuerung _s = null!;

    /// <summary>A program for each test: what falls due on which day is told from one Monday.</summary>
    public async Task InitializeAsync() => _s = new(await FallWorkflowApp.StartAsync());

    public async Task DisposeAsync() => await _s.App.DisposeAsync();

    [Fact]
    public async Task A_conference_needs_the_clients_agreement_and_each_decision_becomes_a_task_due_on_its_date()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var am = NextMonday(heute);
        (await (await _s.SendAsync(fall, "FallkonferenzVereinbart", heute, new { konferenzId = "k", anlass = "Wohnung", am, teilnehmende = Teilnehmende, klientEinverstanden = false }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("klientEinverstanden").ShouldContain("Einverständnis");
        await (await _s.SendAsync(fall, "FallkonferenzGehalten", heute, new { konferenzId = "k", teilnehmende = Teilnehmende, ergebnis = "abgestimmt" }))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await _s.RecordAsync(fall, "FallkonferenzVereinbart", heute, new { konferenzId = "k", anlass = "Wohnung", am, teilnehmende = Teilnehmende, klientEinverstanden = true });
        (await DueAsync(fall, "Fallkonferenz")).ShouldBe([(am, "Fallmanager")]);

        await _s.App.AdvanceToAsync(am);
        await _s.RecordAsync(fall, "FallkonferenzGehalten", am, new
        {
            konferenzId = "k",
            teilnehmende = Teilnehmende,
            ergebnis = "abgestimmt",
            beschluesse = new[]
            {
                new { was = "Wohnung suchen", zustaendig = "Traeger", verantwortlich = "Suchthilfe e. V.", bis = am.AddDays(14) },
                new { was = "Kapazität klären", zustaendig = "Teamleitung", verantwortlich = "Teamleitung Süd", bis = am.AddDays(7) },
            },
        });
        (await _s.OpenAsync(fall, "Fallkonferenz")).ShouldBeEmpty();
        (await DueAsync(fall, "Konferenzbeschluss")).ShouldBe([(am.AddDays(7), "Teamleitung"), (am.AddDays(14), "Fallmanager")]);
        var auftrag = (await _s.TasksAsync(fall)).Single(a => a.GetProperty("art").GetString() == "Konferenzbeschluss" && a.GetProperty("rolle").GetString() == "Fallmanager");
        auftrag.GetProperty("beschreibung").GetString().ShouldBe("Wohnung suchen (verantwortlich: Suchthilfe e. V.)");

        await _s.App.AdvanceToAsync(am.AddDays(8));
        (await _s.EscalationsAsync(fall)).ShouldBe(["Beschluss der Fallkonferenz ist nicht umgesetzt"]);
        await _s.RecordAsync(fall, "BeschlussUmgesetzt", am.AddDays(8), new { beschlussId = "k-1", ergebnis = "Besichtigung vereinbart" });
        (await DueAsync(fall, "Konferenzbeschluss")).ShouldBe([(am.AddDays(7), "Teamleitung")]);
    }

    [Fact]
    public async Task A_question_to_the_benefits_department_has_a_due_date_and_goes_to_the_team_lead_when_late()
    {
        var (fall, heute) = await _s.AdmitAsync();
        await (await _s.SendAsync(fall, "LeistungsfrageGestellt", heute, new { frageId = "f", frage = "Kaution?", antwortFrist = "bald" }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await _s.RecordAsync(fall, "LeistungsfrageGestellt", heute, new { frageId = "f", frage = "Wird die Kaution übernommen?", antwortFrist = "7 Tage" });
        var bis = (await DueAsync(fall, "Leistungsfrage")).Single().Am;
        bis.ShouldBe(heute.AddDays(7));
        await _s.App.AdvanceToAsync(bis);
        (await _s.EscalationsAsync(fall)).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(bis.AddDays(5));
        (await _s.EscalationsAsync(fall)).ShouldBe(["Frage an die Leistungsabteilung ist noch unbeantwortet"]);

        await _s.RecordAsync(fall, "LeistungsfrageBeantwortet", bis.AddDays(5), new { frageId = "f", antwort = "Ja, als Darlehen.", beantwortetVon = "Leistungsabteilung" });
        (await _s.OpenAsync(fall, "Leistungsfrage")).ShouldBeEmpty();
        await (await _s.SendAsync(fall, "LeistungsfrageBeantwortet", bis.AddDays(5), new { frageId = "f", antwort = "Ja", beantwortetVon = "Leistungsabteilung" }))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
    }

    [Fact]
    public async Task An_employer_takes_part_in_a_step_of_the_plan()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var bis = NextMonday(heute);
        var beteiligung = new { beteiligungId = "a", planschritt = "Erprobung", arbeitgeber = "Bäckerei Süß", ansprechperson = "Frau Öz", beitrag = "drei Tage", klientEinverstanden = true, rueckmeldungBis = bis };
        await (await _s.SendAsync(fall, "ArbeitgeberBeteiligt", heute, beteiligung)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await _s.RecordAsync(fall, "PlanVereinbart", heute, new
        {
            beteiligte = new[] { "Klient" },
            artDerUeberpruefung = "Gespräch",
            schritte = new[] { new { bezeichnung = "Erprobung", verantwortlich = "Klient", thema = "Beschaeftigung" } },
        });
        await _s.RecordAsync(fall, "ArbeitgeberBeteiligt", heute, beteiligung);
        (await DueAsync(fall, "Arbeitgeber")).ShouldBe([(bis, "Fallmanager")]);
        await _s.RecordAsync(fall, "ArbeitgeberRueckmeldung", heute, new { beteiligungId = "a", rueckmeldung = "pünktlich" });
        (await _s.OpenAsync(fall, "Arbeitgeber")).ShouldBeEmpty();
    }

    private async Task<List<(DateOnly Am, string? Rolle)>> DueAsync(Guid fall, string art) =>
        [.. (await _s.TasksAsync(fall)).Where(a => a.GetProperty("art").GetString() == art)
            .Select(a => (DateOnly.ParseExact(a.GetProperty("faelligAm").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), a.GetProperty("rolle").GetString())).Order()];

    /// <summary>A Monday on which, and on whose two following ones, people in Bayern work, and on the Tuesday after the first week.</summary>
    private static DateOnly NextMonday(DateOnly heute)
    {
        var kalender = Domain.Kalender.Arbeitskalender.For(Domain.Kalender.Land.BY);
        var montag = heute.AddDays(1);
        while (montag.DayOfWeek != DayOfWeek.Monday || !new[] { 0, 7, 8, 14 }.All(tage => kalender.IsWerktag(montag.AddDays(tage))))
            montag = montag.AddDays(1);
        return montag;
    }
}
