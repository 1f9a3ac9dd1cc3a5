using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FallWorkflow.Api.Tests;

/// <summary>What is past its time is deleted after a person's confirmation, with everything that hangs on it (R90).</summary>
public abstract partial class WhenTheRetentionEnds : IAsyncLifetime
{
    private const string Pruefen = "Löschung der Akte prüfen";

    private Sitzung _fallmanagerin = null!;
    private Sitzung _leitung = null!;
    private Sitzung _datenschutz = null!;

    protected FallWorkflowApp App { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        _fallmanagerin = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        _leitung = await App.SignInAsync(Testjobcenter.Teamleiterin);
        _datenschutz = await App.SignInAsync(Testjobcenter.Datenschuetzerin);
        await PublishAsync(new Dictionary<string, string> { ["Aufbewahrung"] = "1 Monat", ["Aufbewahrung.OhneFall"] = "2 Wochen" });
    }

    public virtual async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task Nothing_of_the_Fall_is_left_but_a_record_that_names_nobody()
    {
        var fall = await EndedAsync();
        var nummer = (await _fallmanagerin.GetAsync($"/api/faelle/{fall}")).GetProperty("nummer").GetString()!;
        await App.AdvanceToAsync(new DateOnly(2027, 2, 10));
        (await TaskAsync(fall, Pruefen)).ShouldBeNull("the period has not ended yet");
        await App.AdvanceToAsync(new DateOnly(2027, 2, 15));
        var aufgabe = (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
        (await CellsAsync(fall, nummer)).ShouldNotBeEmpty("the search itself must find something");
        foreach (var andere in new[] { _fallmanagerin, _leitung })
            (await andere.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { ergebnis = "Akte löschen" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // On the pages one click is not enough.
        WebUtility.HtmlDecode(await _datenschutz.Http.GetStringAsync($"/aufgaben/{aufgabe}")).ShouldContain("Ja, Akte löschen");
        var liste = WebUtility.HtmlDecode(await _datenschutz.Http.GetStringAsync("/"));
        liste.ShouldContain(Pruefen);
        liste.ShouldNotContain("value=\"Akte löschen\"");

        await Sitzung.ReadAsync(await _datenschutz.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { ergebnis = "Akte löschen" }));

        await (await _datenschutz.Http.GetAsync($"/api/faelle/{fall}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await CellsAsync(fall, nummer)).ShouldBeEmpty();
        var nachweis = (await _datenschutz.GetAsync("/api/datenschutz/loeschungen")).EnumerateArray().ShouldHaveSingleItem();
        nachweis.GetProperty("geloeschtAm").ValueKind.ShouldBe(JsonValueKind.String);
        nachweis.GetProperty("datensaetze").GetInt32().ShouldBeGreaterThan(50);
        (nachweis.GetProperty("frist").GetString(), nachweis.GetProperty("ausgang").GetString(), nachweis.GetProperty("bestaetigtVonRolle").GetString()).ShouldBe(("1 Monat", "Beendet", "Datenschutz"));
        foreach (var person in new[] { "Müßig", nummer, fall.ToString(), Testjobcenter.Datenschuetzerin + "\"" })
            nachweis.ToString().ShouldNotContain(person);
        WebUtility.HtmlDecode(await _datenschutz.Http.GetStringAsync("/datenschutz")).ShouldContain("1 Monat");
    }

    [Fact]
    public async Task The_key_of_a_Fall_that_was_taken_over_is_in_the_copy_and_goes_with_the_Akte()
    {
        var schluessel = Uebernahmeprobe.Key();
        var fall = (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", schluessel)]))).Single().GetProperty("fallId").GetGuid();
        await Sitzung.ReadAsync(await _fallmanagerin.PostAsync(
            $"/api/faelle/{fall}/eintraege/AuskunftErteilt", new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Papier", an = "der Person selbst" } }, ("Idempotency-Key", $"auskunft-{fall:N}"[..20])));
        var eintrag = (await _fallmanagerin.GetAsync($"/api/faelle/{fall}/auskunft"))[0].GetProperty("id").GetGuid();
        (await _fallmanagerin.GetAsync($"/api/faelle/{fall}/auskunft/{eintrag}")).ToString().ShouldContain(schluessel);
        await _fallmanagerin.RecordAsync(fall, "FallBeendet", Gemeinsam.Heute, new { grund = "Umzug", begruendung = "Umzug nach Kiel", gespraechAngeboten = true });
        await App.AdvanceToAsync(new DateOnly(2027, 2, 15));
        (await CellsAsync(fall, schluessel)).ShouldContain(z => z.Contains(schluessel, StringComparison.Ordinal), "the search itself must find something");

        await ChooseAsync((await TaskAsync(fall, Pruefen)).ShouldNotBeNull(), "Akte löschen");

        (await CellsAsync(fall, schluessel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_not_admitted_has_a_period_of_its_own_and_can_be_kept_longer()
    {
        var fall = await NotAdmittedAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 1, 26));
        var aufgabe = (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
        await Sitzung.ReadAsync(await _datenschutz.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { ergebnis = "Länger aufbewahren" }));
        (await TaskAsync(fall, "Neue Aufbewahrungsfrist festlegen")).ShouldNotBeNull();
        await _datenschutz.RecordAsync(fall, "AufbewahrungsfristFestgelegt", new DateOnly(2027, 1, 26), new { frist = "5 Wochen" });
        (await TaskAsync(fall, Pruefen)).ShouldBeNull();
        await App.AdvanceToAsync(new DateOnly(2027, 2, 16));
        aufgabe = (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
        await Sitzung.ReadAsync(await _datenschutz.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { ergebnis = "Akte löschen" }));
        await (await _datenschutz.Http.GetAsync($"/api/faelle/{fall}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await _datenschutz.GetAsync("/api/datenschutz/loeschungen"))[0].GetProperty("ausgang").GetString().ShouldBe("NichtAufgenommen");
    }

    [Fact]
    public async Task A_declined_handover_is_not_kept_for_ever_either()
    {
        var vermittlerin = await App.SignInAsync(Testjobcenter.Vermittlerin);
        var fall = await vermittlerin.OpenFallAsync(Gemeinsam.Heute);
        await _leitung.RecordAsync(fall, "UebergabeAbgelehnt", Gemeinsam.Heute, new { begruendung = "Schon in Beratung.", wieGehtEsWeiter = "Regelvermittlung" });
        await vermittlerin.RecordAsync(fall, "RueckgabeBestaetigt", Gemeinsam.Heute, new { });
        await App.AdvanceToAsync(new DateOnly(2027, 1, 26));
        (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Aftercare_and_resumption_come_first()
    {
        var fall = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        await _fallmanagerin.RecordAsync(fall, "FallAbgeschlossen", Gemeinsam.Heute, new
        {
            situationDamalsUndHeute = "besser",
            zielerreichung = "gut",
            wasGeholfenHat = "Gespräche",
            verbleibendeSchritte = "keine",
            standDerAngebote = "genügend",
            arbeitGefunden = true,
            nachbetreuungDauer = "3 Monate",
        });
        await App.AdvanceToAsync(new DateOnly(2027, 3, 15));
        (await OpenAsync(fall)).ShouldNotContain(Pruefen, "aftercare runs");
        await _fallmanagerin.RecordAsync(fall, "FallWiederAufgenommen", new DateOnly(2027, 3, 15), new { anlass = "Arbeit verloren" });
        await App.AdvanceToAsync(new DateOnly(2027, 6, 15));
        (await OpenAsync(fall)).ShouldNotContain(Pruefen, "it runs again");
    }

    [Fact]
    public async Task A_concept_cannot_give_the_question_to_others()
    {
        var antwort = await _leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = "2027-01-01",
            fristen = new { },
            begruendung = "Aufbewahrung",
            aufgabenrollen = new Dictionary<string, string> { ["Loeschung"] = "Teamleitung", ["Aufbewahrung"] = "Teamleitung", ["Freigabe"] = "Fallmanager" },
        });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        foreach (var art in new[] { "Loeschung", "Aufbewahrung", "Freigabe" })
            problem.ErrorOf($"aufgabenrollen.{art}").ShouldContain("der Datenschutz");
    }

    [Fact]
    public async Task An_old_task_is_no_permission_once_the_period_is_longer()
    {
        var fall = await EndedAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 2, 15));
        await PublishAsync(new() { ["Aufbewahrung"] = "3 Monate" });
        await ChooseAsync((await TaskAsync(fall, Pruefen)).ShouldNotBeNull(), "Akte löschen");
        (await _datenschutz.GetAsync($"/api/faelle/{fall}")).GetProperty("status").GetString().ShouldBe("Beendet");
        (await _datenschutz.GetAsync("/api/datenschutz/loeschungen")).GetArrayLength().ShouldBe(0);
        (await TaskAsync(fall, Pruefen)).ShouldBeNull();

        await App.AdvanceToAsync(new DateOnly(2027, 4, 13));
        (await TaskAsync(fall, Pruefen)).ShouldNotBeNull("three months after the end");
        await _datenschutz.RecordAsync(fall, "AufbewahrungsfristFestgelegt", new DateOnly(2027, 4, 13), new { frist = "4 Monate" });
        (await TaskAsync(fall, Pruefen)).ShouldBeNull("the question is answered by a new period");
        await App.AdvanceToAsync(new DateOnly(2027, 5, 13));
        (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Dropping_the_question_for_a_new_period_does_not_keep_the_Akte_for_ever()
    {
        var fall = await EndedAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 2, 15));
        await ChooseAsync((await TaskAsync(fall, Pruefen)).ShouldNotBeNull(), "Länger aufbewahren");
        await Sitzung.ReadAsync(await _datenschutz.PostAsync($"/api/aufgaben/{await TaskAsync(fall, "Neue Aufbewahrungsfrist festlegen")}/ergebnis", new { begruendung = "später" }));
        (await TaskAsync(fall, "Neue Aufbewahrungsfrist festlegen")).ShouldBeNull();
        await App.AdvanceToAsync(new DateOnly(2027, 2, 16));
        (await TaskAsync(fall, Pruefen)).ShouldNotBeNull("the period is over, so it is asked again");
        await _datenschutz.RecordAsync(fall, "AufbewahrungsfristFestgelegt", new DateOnly(2027, 2, 16), new { frist = "2 Monate" });
        await App.AdvanceToAsync(new DateOnly(2027, 3, 15));
        (await TaskAsync(fall, Pruefen)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_order_is_carried_out_once_and_whoever_writes_meanwhile_finds_the_Fall_gone()
    {
        var fall = await EndedAsync();
        var auftrag = await OrderAsync(fall);
        var loeschungen = App.Services.GetRequiredService<ILoeschungen>();
        (await loeschungen.OffeneAsync()).ShouldBe([auftrag]);
        var nachher = new DateTimeOffset(2027, 1, 11, 12, 0, 0, TimeSpan.Zero);
        await using var anderer = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        (await anderer.FindFallAsync(fall))!.Record(new AbweichungBegruendet("Kontakt", "Test"), new Erfassung(Gemeinsam.Heute, Gemeinsam.Heute, nachher, "x"));

        var ergebnisse = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => loeschungen.ExecuteAsync(auftrag, nachher))));

        ergebnisse.Count(ja => ja).ShouldBe(1);
        await Should.ThrowAsync<ConflictException>(async () => await anderer.CommitAsync());
        (await loeschungen.OffeneAsync()).ShouldBeEmpty();
        (await loeschungen.ListAsync(10)).ShouldHaveSingleItem().Datensaetze.ShouldBeGreaterThan(50);
        await (await _datenschutz.Http.GetAsync($"/api/faelle/{fall}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task An_order_ends_where_the_Fall_runs_again()
    {
        var fall = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        var auftrag = await OrderAsync(fall);
        (await App.Services.GetRequiredService<ILoeschungen>().ExecuteAsync(auftrag, DateTimeOffset.UnixEpoch)).ShouldBeFalse();
        (await _datenschutz.GetAsync($"/api/faelle/{fall}")).GetProperty("status").GetString().ShouldBe("Laufend");
        (await _datenschutz.GetAsync("/api/datenschutz/loeschungen")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_names_a_Fall_without_belonging_to_it_goes_after_its_time()
    {
        var laufend = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        var (alt, grenze) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(30));
        var protokoll = App.Services.GetRequiredService<IZugriffsprotokoll>();
        var weg = Guid.NewGuid();
        foreach (var fall in new[] { weg, laufend })
            await protokoll.AppendAsync(new Zugriffsereignis { Id = Guid.NewGuid(), At = alt, AkteurId = "x", FallId = fall, Art = "Gelesen", Zweck = "Spur" });
        await using (var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin())
        {
            foreach (var (fall, zugestellt, text) in new[] { ((Guid?)null, alt, "Spur alt"), (null, grenze, "Spur neu"), (weg, grenze, "Spur verwaist"), (laufend, alt, "Spur laufend") })
            {
                uow.Add(new Erinnerung
                {
                    Id = Guid.NewGuid(),
                    Schluessel = text,
                    FallId = fall,
                    BueroId = Testjobcenter.Nuernberg,
                    Rolle = "Fallmanager",
                    Betreff = text,
                    Text = text,
                    FaelligAt = alt,
                    ZugestelltAt = zugestellt,
                });
            }

            await uow.CommitAsync();
        }

        var post = App.Services.GetRequiredService<IPostausgang>();
        await post.AppendAsync(new GesendeteMail { Id = Guid.NewGuid(), At = alt, An = "x@example.org", Betreff = "x", Text = "Spur alt", Schluessel = "alt" });
        await post.AppendAsync(new GesendeteMail { Id = Guid.NewGuid(), At = grenze, An = "x@example.org", Betreff = "x", Text = "Spur neu", Schluessel = "neu" });

        await App.Services.GetRequiredService<ILoeschungen>().CleanAsync(grenze);

        (await protokoll.OfFallAsync(weg, 10)).ShouldBeEmpty();
        (await protokoll.OfFallAsync(laufend, 100)).ShouldContain(z => z.Zweck == "Spur");
        (await post.LatestAsync(100)).Where(m => m.Text.StartsWith("Spur", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldBe("Spur neu");
        await using var verbindung = await ConnectAsync();
        (await ListAsync(verbindung, "SELECT \"Text\" FROM \"Erinnerungen\" WHERE \"Text\" LIKE 'Spur%'")).Order().ShouldBe(["Spur laufend", "Spur neu"]);
    }

    [Fact]
    public async Task Without_a_period_nothing_is_deleted_and_data_protection_is_asked_for_one()
    {
        await PublishAsync([]);
        var fall = await EndedAsync();
        (await TaskAsync(fall, "Aufbewahrungsfrist festlegen")).ShouldNotBeNull();
        await App.AdvanceToAsync(new DateOnly(2027, 6, 15));
        (await TaskAsync(fall, Pruefen)).ShouldBeNull();
    }

    protected abstract Task<DbConnection> ConnectAsync();

    private async Task ChooseAsync(string aufgabe, string ergebnis) =>
        await Sitzung.ReadAsync(await _datenschutz.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { ergebnis }));

    /// <summary>An order that was committed and not carried out.</summary>
    private async Task<Guid> OrderAsync(Guid fall)
    {
        await using var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        var auftrag = new Loeschung { Id = Guid.NewGuid(), Akte = fall, BueroId = Testjobcenter.Nuernberg, Ausgang = "Beendet", BestaetigtVonRolle = "Datenschutz", BestaetigtAm = DateTimeOffset.UnixEpoch };
        uow.Add(auftrag);
        await uow.CommitAsync();
        return auftrag.Id;
    }

    private async Task PublishAsync(Dictionary<string, string> fristen) =>
        (await _leitung.PostAsync("/api/fachkonzepte", new { gueltigAb = "2027-01-01", fristen, begruendung = "Aufbewahrung" })).StatusCode.ShouldBe(HttpStatusCode.Created);

    private async Task<Guid> EndedAsync()
    {
        var fall = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        await _fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        await Sitzung.ReadAsync(await _fallmanagerin.PostAsync(
            $"/api/faelle/{fall}/eintraege/AuskunftErteilt", new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Papier", an = "Jörg Müßig-Öztürk" } }, ("Idempotency-Key", $"auskunft-{fall:N}"[..20])));
        await _fallmanagerin.FileAsync(fall, Testdateien.Pdf());
        await _fallmanagerin.RecordAsync(fall, "FallBeendet", Gemeinsam.Heute, new { grund = "Umzug", begruendung = "Umzug nach Kiel", gespraechAngeboten = true });
        return fall;
    }

    private async Task<Guid> NotAdmittedAsync()
    {
        var vermittlerin = await App.SignInAsync(Testjobcenter.Vermittlerin);
        var fall = await vermittlerin.OpenFallAsync(Gemeinsam.Heute);
        await _fallmanagerin.RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        await _fallmanagerin.RecordAsync(fall, "NichtAufgenommen", Gemeinsam.Heute, new { begruendung = "möchte nicht", wieGehtEsWeiter = "Regelvermittlung" });
        await vermittlerin.RecordAsync(fall, "RueckgabeBestaetigt", Gemeinsam.Heute, new { });
        return fall;
    }

    private async Task<string?> TaskAsync(Guid fall, string titel) =>
        (await _datenschutz.GetAsync("/api/aufgaben")).EnumerateArray().Where(a => a.GetProperty("fallId").GetGuid() == fall && a.GetProperty("titel").GetString() == titel).Select(a => a.GetProperty("id").GetString()).SingleOrDefault();

    private async Task<IReadOnlyList<string?>> OpenAsync(Guid fall) =>
        [.. (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray().Select(a => a.GetProperty("titel").GetString())];

    /// <summary>Every cell of every table that names the Fall or the person, whatever the program thinks belongs to it.</summary>
    private async Task<IReadOnlyList<string>> CellsAsync(Guid fall, string nummer)
    {
        await using var verbindung = await ConnectAsync();
        var tabellen = await ListAsync(verbindung, verbindung is SqliteConnection
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        tabellen.Count.ShouldBeGreaterThan(15);
        string[] gesucht = ["Müßig-Öztürk", fall.ToString(), fall.ToString("N"), nummer];
        var funde = new List<string>();
        foreach (var tabelle in tabellen)
            funde.AddRange((await ListAsync(verbindung, $"SELECT * FROM \"{tabelle}\"")).Where(z => gesucht.Any(g => z.Contains(g, StringComparison.OrdinalIgnoreCase))).Select(z => $"{tabelle}: {z}"));
        return funde;
    }

    /// <summary>Rows as text, all columns joined.</summary>
    private static async Task<List<string>> ListAsync(DbConnection verbindung, string sql)
    {
        await using var befehl = verbindung.CreateCommand();
        // Names of tables only, from the database itself.
#pragma warning disable CA2100
        befehl.CommandText = sql;
#pragma warning restore CA2100
        await using var leser = await befehl.ExecuteReaderAsync();
        var zeilen = new List<string>();
        while (await leser.ReadAsync())
            zeilen.Add(string.Join(" | ", Enumerable.Range(0, leser.FieldCount).Select(i => Convert.ToString(leser.GetValue(i), CultureInfo.InvariantCulture))).TrimEnd());
        return zeilen;
    }
}

public sealed class WhenTheRetentionEndsOnSqlite : WhenTheRetentionEnds
{
    public override async Task InitializeAsync()
    {
        App = await FallWorkflowApp.StartAsync();
        await base.InitializeAsync();
    }

    protected override async Task<DbConnection> ConnectAsync()
    {
        var verbindung = new SqliteConnection(App.ConnectionString);
        await verbindung.OpenAsync();
        return verbindung;
    }
}

public sealed class WhenTheRetentionEndsOnPostgreSql : WhenTheRetentionEnds
{
    private readonly string _name = $"fallworkflow_loeschung_{Guid.NewGuid():N}";

    public override async Task InitializeAsync()
    {
        App = await FallWorkflowApp.StartAsync(new Appoptionen { Provider = "PostgreSql", ConnectionString = await (await PostgresServer.Shared).CreateDatabaseAsync(_name) });
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (await PostgresServer.Shared).DropDatabaseAsync(_name);
    }

    protected override async Task<DbConnection> ConnectAsync()
    {
        var verbindung = new NpgsqlConnection(App.ConnectionString);
        await verbindung.OpenAsync();
        return verbindung;
    }
}
