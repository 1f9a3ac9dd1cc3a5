using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FallWorkflow.Api.Tests;

/// <summary>What is past its time is deleted after a person's confirmation, with everything that hangs on it (R90).</summary>
public abstract class WhenTheRetentionEnds : IAsyncLifetime
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
    public async Task A_concept_that_gives_the_question_to_others_does_not_let_them_delete()
    {
        await PublishAsync(new() { ["Aufbewahrung"] = "1 Monat" }, new() { ["Loeschung"] = "Teamleitung" });
        var fall = await EndedAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 2, 15));
        var aufgabe = (await _leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray().Single(a => a.GetProperty("titel").GetString() == Pruefen);
        await Sitzung.ReadAsync(await _leitung.PostAsync($"/api/aufgaben/{aufgabe.GetProperty("id").GetString()}/ergebnis", new { ergebnis = "Akte löschen" }));
        await _datenschutz.GetAsync($"/api/faelle/{fall}");
        (await _datenschutz.GetAsync("/api/datenschutz/loeschungen")).EnumerateArray().ShouldBeEmpty();
        (await _leitung.GetAsync("/api/stoerungen")).ToString().ShouldContain("Datenschutz");
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

    private async Task PublishAsync(Dictionary<string, string> fristen, Dictionary<string, string>? aufgabenrollen = null) =>
        (await _leitung.PostAsync("/api/fachkonzepte", new { gueltigAb = "2027-01-01", fristen, begruendung = "Aufbewahrung", aufgabenrollen })).StatusCode.ShouldBe(HttpStatusCode.Created);

    private async Task<Guid> EndedAsync()
    {
        var fall = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        await _fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        await _fallmanagerin.RecordAsync(fall, "AuskunftErteilt", Gemeinsam.Heute, new { form = "Papier", an = "Jörg Müßig-Öztürk" });
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
