using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>What a line leads to on the day it is taken over, 2027-01-11 in Bayern.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenRunningFaelleAreTakenOver(Gemeinsam gemeinsam) : IAsyncLifetime
{
    private static readonly (string Spalte, string Wert)[] Ueberfaellig =
    [
        ("Übergeben am", "05.02.2024"), ("Einwilligung am", "12.02.2024"), ("Aufgenommen am", "12.02.2024"), ("Letzter Kontakt am", "03.06.2026"),
        ("Kooperationsplan vom", "04.03.2024"), ("Letzte Fortschreibung am", "04.03.2026"),
    ];

    private Sitzung _leitung = null!;

    public async Task InitializeAsync() => _leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_Fall_stands_in_its_phase_with_its_Fallmanager_and_its_original_days()
    {
        var fall = await TakeOverAsync(("Verlängert um Monate", "3"), ("Bemerkung", "ruft lieber an"), ("Integrationsfachkraft", Testjobcenter.Vermittlerin), ("Erstgespräch am", "09.02.2026"));
        var stand = await _leitung.GetAsync($"/api/faelle/{fall}");
        stand.GetProperty("status").GetString().ShouldBe("Laufend");
        stand.GetProperty("phase").GetString().ShouldBe("Umsetzung");
        stand.GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.Fallmanagerin);

        var akte = await AkteAsync(fall);
        akte.Select(e => $"{e.GetProperty("wirksamAm")} {e.GetProperty("art")}").ShouldBe(
        [
            "2026-02-02 Uebergeben", "2026-02-02 ZugangBewertet", "2026-02-02 UebergabeAngenommen", "2026-02-02 PhaseGewechselt",
            "2027-01-11 AusAltverfahrenUebernommen", "2026-02-16 KlientEntschieden", "2026-02-16 FallAufgenommen", "2027-01-11 DauerVerlaengert",
            "2026-12-14 KontaktGehalten", "2026-02-16 PhaseGewechselt", "2026-03-16 PlanVereinbart", "2026-09-16 PlanUeberprueft", "2026-03-16 PhaseGewechselt",
        ]);
        akte.ShouldAllBe(e => e.GetProperty("erfasstVon").GetString() == Testjobcenter.Teamleiterin);
        var grund = akte.ToLookup(e => e.GetProperty("begruendung").GetString(), e => e.GetProperty("art").GetString());
        grund["Aus „Altverfahren“ übernommen."].ShouldBe(
            ["Uebergeben", "UebergabeAngenommen", "KlientEntschieden", "FallAufgenommen", "DauerVerlaengert", "KontaktGehalten", "PlanVereinbart", "PlanUeberprueft"]);
    }

    [Fact]
    public async Task An_admission_that_would_not_meet_the_criteria_of_today_stands()
    {
        var fall = await TakeOverAsync(("Handlungsbedarfe", "Finanzen: Schulden"));
        var akte = await AkteAsync(fall);
        akte.Single(e => e.GetProperty("art").GetString() == "ZugangBewertet").GetProperty("daten").GetProperty("erfuellt").GetBoolean().ShouldBeFalse();
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("status").GetString().ShouldBe("Laufend");
    }

    [Fact]
    public async Task The_same_key_from_another_source_is_another_Fall()
    {
        var schluessel = Uebernahmeprobe.Key();
        var eins = await TakeOverAsync(("Schlüssel", schluessel));
        (await TakeOverAsync(("Schlüssel", schluessel), ("Quelle", "Papier"))).ShouldNotBe(eins);
    }

    [Fact]
    public async Task The_next_contact_review_and_end_count_from_the_original_days()
    {
        var fall = await TakeOverAsync();
        (await TasksAsync(fall)).ShouldBe(["Kontakt führen bis 2027-01-25"], "six weeks after 2026-12-14, the task since 2027-01-11");
        (await TimersAsync(fall)).ShouldBe(
        [
            "2027-01-26 Kontakt führen", "2027-03-02 Bis zur Erinnerung", "2027-11-16 Bis zur Warnung",
        ]);
    }

    [Fact]
    public async Task What_is_long_overdue_is_one_open_task_each()
    {
        var fall = await TakeOverAsync(Ueberfaellig);
        (await TasksAsync(fall)).ShouldBe(
        [
            "Dauergrenze: über Ende oder Verlängerung entscheiden bis 2026-02-12 überfällig", "Kontakt führen bis 2026-07-15 überfällig",
            "Überprüfung des Kooperationsplans bis 2026-09-04 überfällig",
        ]);
    }

    [Fact]
    public async Task Nobody_is_mailed_about_the_past()
    {
        var fall = await TakeOverAsync(Ueberfaellig);
        (await VerlaufAsync(fall)).ShouldContain(z => z.StartsWith("AufgabeUeberfaellig", StringComparison.Ordinal));
        (await VerlaufAsync(fall)).ShouldNotContain(z => z.StartsWith("Erinnerung", StringComparison.Ordinal) || z.StartsWith("Eskalation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Einstieg", "", "Erstgespräch führen bis 2026-02-20 überfällig")]
    [InlineData("Einstieg", "09.02.2026", "Über die Aufnahme entscheiden")]
    public async Task Before_the_admission_the_next_step_is_open(string phase, string erstgespraech, string aufgabe)
    {
        var fall = await TakeOverAsync(
            ("Phase", phase), ("Erstgespräch am", erstgespraech), ("Einwilligung am", ""), ("Aufgenommen am", ""), ("Letzter Kontakt am", ""), ("Kontaktform", ""),
            ("Kooperationsplan vom", ""), ("Letzte Fortschreibung am", ""));
        var stand = await _leitung.GetAsync($"/api/faelle/{fall}");
        stand.GetProperty("phase").GetString().ShouldBe(phase);
        (stand.GetProperty("letzterKontaktAm").GetString() ?? "").ShouldBe(erstgespraech.Length > 0 ? "2026-02-09" : "", "a first interview is a contact");
        (await TasksAsync(fall)).ShouldBe([aufgabe]);
    }

    [Theory]
    [InlineData("Assessment", "", "Assessment abschließen")]
    [InlineData("Planung", "", "Kooperationsplan vereinbaren")]
    [InlineData("Umsetzung", "", "Kooperationsplan vereinbaren")]
    [InlineData("Assessment", "16.03.2026", "Assessment abschließen")]
    [InlineData("Abschluss", "16.03.2026", null)]
    public async Task What_lies_behind_is_not_asked_for_again(string phase, string plan, string? aufgabe)
    {
        var fall = await TakeOverAsync(("Phase", phase), ("Kooperationsplan vom", plan), ("Letzte Fortschreibung am", plan.Length > 0 ? "16.09.2026" : ""));
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("phase").GetString().ShouldBe(phase);
        (await TasksAsync(fall)).Except(["Kontakt führen bis 2027-01-25"]).ShouldBe(aufgabe is null ? [] : [aufgabe]);
    }

    [Fact]
    public async Task An_individual_rhythm_and_a_period_of_the_plan_go_before_the_concept()
    {
        var fall = await TakeOverAsync(("Kontaktrhythmus in Wochen", "8"), ("Überprüfung nach", "3 Monate"));
        (await TasksAsync(fall)).ShouldBe(["Überprüfung des Kooperationsplans bis 2026-12-16 überfällig"]);
        (await TimersAsync(fall)).ShouldContain("2027-02-08 Kontaktfenster abwarten");
    }

    [Fact]
    public async Task A_line_that_has_changed_since_says_in_which_columns_and_changes_nothing()
    {
        var schluessel = ("Schlüssel", Uebernahmeprobe.Key());
        var fall = (await _leitung.ImportAsync(Uebernahmeprobe.Csv([schluessel]))).Single().GetProperty("fallId").GetGuid();
        var version = (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("version").GetInt64();
        var kontakt = (await _leitung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Single(e => e.GetProperty("art").GetString() == "KontaktGehalten");
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(fall, "KontaktGehalten", Gemeinsam.Heute, new { form = "Buero", themen = "später" })).ValueKind.ShouldBe(JsonValueKind.Object);
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([schluessel]))).Single().GetProperty("fehler").GetArrayLength().ShouldBe(0, "what was recorded since is no change of the line");

        var geaendert = (await _leitung.ImportAsync(Uebernahmeprobe.Csv([
            schluessel, ("Nachname", "Möller"), ("Geburtsdatum", "02.02.1980"), ("Handlungsbedarfe", "Gesundheit: Sucht | Finanzen: Schulden | Wohnen"),
            ("Letzter Kontakt am", "15.12.2026"), ("Kontaktform", "Video"), ("Kontaktrhythmus in Wochen", "3"), ("Bemerkung", "neu")]))).Single();

        geaendert.GetProperty("stand").GetString().ShouldBe("SchonUebernommen");
        geaendert.GetProperty("fehler").EnumerateArray().Select(f => f.GetProperty("spalte").GetString()).ShouldBe(
            ["Nachname", "Geburtsdatum", "Handlungsbedarfe", "Letzter Kontakt am", "Kontaktform", "Kontaktrhythmus in Wochen", "Bemerkung"]);
        geaendert.GetProperty("fehler")[0].GetProperty("meldung").GetString()!.ShouldContain("berichtigen Sie den Eintrag im Fall");
        (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("version").GetInt64().ShouldBe(version + 1, "one contact");
        (await _leitung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().ShouldContain(e => e.GetProperty("id").GetGuid() == kontakt.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_check_stores_nothing_and_says_what_would_be_open()
    {
        var schluessel = Uebernahmeprobe.Key();
        var datei = Uebernahmeprobe.Csv([("Schlüssel", schluessel)]);
        for (var i = 0; i < 2; i++)
        {
            var zeile = (await _leitung.ImportAsync(datei, pruefen: true)).Single();
            zeile.GetProperty("stand").GetString().ShouldBe("Bereit");
            zeile.GetProperty("fallId").ValueKind.ShouldBe(JsonValueKind.Null);
            zeile.GetProperty("aufgaben").EnumerateArray().Select(a => a.GetProperty("titel").GetString()).ShouldBe(["Kontakt führen"]);
        }

        (await _leitung.ImportAsync(datei)).GetProperty("uebernommen").GetInt32().ShouldBe(1);
        (await _leitung.ImportAsync(datei, pruefen: true)).Lines().ShouldBe(["SchonUebernommen"]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_corrected_line_is_taken()
    {
        var (a, b) = (Uebernahmeprobe.Key(), Uebernahmeprobe.Key());
        var erste = await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", a)], [("Schlüssel", b), ("Phase", "Irgendwo")]));
        erste.Lines().ShouldBe(["Uebernommen", "Fehlerhaft Phase: „Irgendwo“ kann hier nicht stehen. Möglich sind: Einstieg, Assessment, Planung, Umsetzung, Abschluss."]);
        var fall = erste.GetProperty("ergebnisse")[0].GetProperty("fallId").GetGuid();
        var akte = await AkteAsync(fall);

        var zweite = await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", $" {a.ToLowerInvariant()} "), ("Nachname", "Anders")], [("Schlüssel", b)]));
        zweite.Lines()[0].ShouldStartWith("SchonUebernommen Nachname: Das steht jetzt anders");
        zweite.Lines()[1].ShouldBe("Uebernommen");
        zweite.GetProperty("ergebnisse")[0].GetProperty("fallId").GetGuid().ShouldBe(fall);
        (await AkteAsync(fall)).Count.ShouldBe(akte.Count);
    }

    [Fact]
    public async Task The_takeover_stands_in_the_access_log_and_the_key_in_the_Akte_and_on_the_agenda()
    {
        var schluessel = Uebernahmeprobe.Key();
        var fall = await TakeOverAsync(("Schlüssel", schluessel), ("Bemerkung", "ruft lieber an"));
        var daten = (await AkteAsync(fall)).Single(e => e.GetProperty("art").GetString() == "AusAltverfahrenUebernommen").GetProperty("daten");
        daten.GetProperty("quelle").GetString().ShouldBe("Altverfahren");
        daten.GetProperty("schluessel").GetString().ShouldBe(schluessel);
        daten.GetProperty("bemerkung").GetString().ShouldBe("ruft lieber an");
        var datenschutz = await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin);
        (await datenschutz.GetAsync($"/api/faelle/{fall}/zugriffe")).EnumerateArray()
            .ShouldContain(z => z.GetProperty("art").GetString() == "Uebernommen" && z.GetProperty("akteurId").GetString() == Testjobcenter.Teamleiterin);
    }

    [Fact]
    public async Task It_is_for_the_team_lead_and_the_own_office_only()
    {
        foreach (var wer in new[] { Testjobcenter.Fallmanagerin, Testjobcenter.Vermittlerin, Testjobcenter.Datenschuetzerin, Testjobcenter.Prozessgestalterin })
        {
            var antwort = await (await gemeinsam.App.SignInAsync(wer)).SendCsvAsync(Uebernahmeprobe.Csv([]));
            await antwort.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        }

        var schluessel = Uebernahmeprobe.Key();
        var berlin = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel)]))).Lines().Single().ShouldStartWith("Fehlerhaft Büro: Sie können nur Fälle Ihres eigenen Büros");
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel)]), pruefen: true)).Lines().ShouldBe(["Bereit"]);
    }

    [Fact]
    public async Task It_may_come_as_a_form_and_the_list_as_a_table()
    {
        var formular = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Uebernahmeprobe.Csv([("Schlüssel", "=1+1"), ("Phase", "x")]))), "datei", "faelle.csv" } };
        using var anfrage = new HttpRequestMessage(HttpMethod.Post, $"{Uebernahmeprobe.Adresse}?format=csv") { Content = formular };
        anfrage.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var antwort = await _leitung.Http.SendAsync(anfrage);
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
        antwort.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await antwort.Content.ReadAsStringAsync()).TrimStart('\uFEFF').ShouldBe(
            "Zeile;Schlüssel;Ergebnis;Fall;Spalte;Was zu tun ist\r\n2;'=1+1;Nicht übernommen;;Phase;„x“ kann hier nicht stehen. Möglich sind: Einstieg, Assessment, Planung, Umsetzung, Abschluss.\r\n");
        (await _leitung.Http.GetStringAsync($"{Uebernahmeprobe.Adresse}/vorlage")).TrimStart('\uFEFF').ShouldStartWith("Quelle;Schlüssel;Büro;Fallmanagement;");
    }

    private async Task<Guid> TakeOverAsync(params (string Spalte, string Wert)[] angaben)
    {
        var bericht = await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", Uebernahmeprobe.Key()), .. angaben]));
        bericht.Lines().ShouldBe(["Uebernommen"]);
        return bericht.Single().GetProperty("fallId").GetGuid();
    }

    private async Task<IReadOnlyList<JsonElement>> AkteAsync(Guid fall) => [.. (await _leitung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray()];

    /// <summary>Open tasks with last day and whether they are overdue.</summary>
    private async Task<IReadOnlyList<string>> TasksAsync(Guid fall) =>
    [
        .. (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray().Where(a => a.GetProperty("status").GetString() == "Offen")
            .Select(a => $"{a.GetProperty("titel")}{(a.GetProperty("faelligAm") is { ValueKind: JsonValueKind.String } bis ? $" bis {bis}" : "")}{(a.GetProperty("istUeberfaellig").GetBoolean() ? " überfällig" : "")}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What waits for its time, with its day in Germany.</summary>
    private async Task<IReadOnlyList<string>> TimersAsync(Guid fall)
    {
        await using var uow = gemeinsam.App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        return
        [
            .. (await uow.Engine.TimersByCorrelationAsync(fall.ToString("N"))).OrderBy(t => t.DueAt)
                .Select(t => string.Create(CultureInfo.InvariantCulture, $"{Ortszeit.DateOf(t.DueAt):yyyy-MM-dd} {Fristregel.FromJson(t.Rule!).Bezeichnung}")),
        ];
    }

    private async Task<IReadOnlyList<string>> VerlaufAsync(Guid fall) =>
        [.. (await _leitung.GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray().Select(v => $"{v.GetProperty("art").GetString()} {v.GetProperty("titel").GetString()}")];
}
