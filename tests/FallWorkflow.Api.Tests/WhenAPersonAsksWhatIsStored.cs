using System.Net;
using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenAPersonAsksWhatIsStored(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task The_copy_has_every_row_of_every_table_that_belongs_to_the_Fall()
    {
        var fall = await ReferredAsync();
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.GetAsync($"/api/faelle/{fall}/akte");

        var auskunft = await fallmanagerin.GetAsync($"/api/faelle/{fall}/auskunft");

        var tabellen = auskunft.GetProperty("tabellen").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetArrayLength());
        // The database itself says which tables there are and what they hold, whatever the program thinks of.
        var gezaehlt = await CountAsync(fall);
        tabellen.ShouldBe(gezaehlt, ignoreOrder: true);
        foreach (var tabelle in new[] { "Faelle", "Eintraege", "Aufgaben", "Nachrichten", "Verlauf", "Zugriffe", "Zuweisungen", "WorkflowInstanzen", "Journal", "Timer" })
            tabellen[tabelle].ShouldBePositive(tabelle);
        auskunft.GetProperty("akte").GetArrayLength().ShouldBe(tabellen["Eintraege"]);
        auskunft.GetProperty("tabellen").GetProperty("Nachrichten")[0].GetProperty("Inhalt").GetString()!.ShouldContain("Müßig-Öztürk");
    }

    [Fact]
    public async Task Handing_it_out_is_in_the_read_log_and_so_in_the_copy()
    {
        var fall = await ReferredAsync();
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var auskunft = await leitung.GetAsync($"/api/faelle/{fall}/auskunft");

        var aushaendigung = (await gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(fall, 100)).Where(z => z.Art == "Ausgehaendigt").ShouldHaveSingleItem();
        (aushaendigung.AkteurId, aushaendigung.Zweck).ShouldBe((Testjobcenter.Teamleiterin, "Auskunft"));
        aushaendigung.Grundlage!.ShouldContain("Art. 15 DSGVO");
        auskunft.GetProperty("tabellen").GetProperty("Zugriffe").EnumerateArray().Count(z => z.GetProperty("Art").GetString() == "Ausgehaendigt").ShouldBe(1);
    }

    [Fact]
    public async Task The_page_to_print_shows_the_same()
    {
        var fall = await ReferredAsync();
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var seite = await fallmanagerin.Http.GetAsync($"/faelle/{fall}/auskunft");
        seite.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = WebUtility.HtmlDecode(await seite.Content.ReadAsStringAsync());
        foreach (var (tabelle, anzahl) in await CountAsync(fall))
            text.ShouldContain($"{tabelle}: {anzahl}", Case.Sensitive, tabelle);
        text.ShouldContain("Müßig-Öztürk");
        text.ShouldContain("Kinderbetreuung nicht gesichert");
    }

    [Theory]
    [InlineData(Testjobcenter.Vermittlerin)]
    [InlineData(Testjobcenter.PartnerSchulden)]
    [InlineData(Testjobcenter.Prozessgestalterin)]
    public async Task Other_roles_do_not_hand_it_out(string benutzer)
    {
        var fall = await ReferredAsync();
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        (await sitzung.Http.GetAsync($"/api/faelle/{fall}/auskunft")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Guid> ReferredAsync()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(
            fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{fall:N}", Testjobcenter.Schuldnerberatung, "Name", "Anliegen"));
        return fall;
    }

    private async Task<Dictionary<string, int>> CountAsync(Guid fall)
    {
        await using var verbindung = new SqliteConnection(gemeinsam.App.ConnectionString);
        await verbindung.OpenAsync();
        var tabellen = await ListAsync(verbindung, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'QRTZ%' AND name NOT LIKE 'sqlite%'");
        var zahlen = new Dictionary<string, int>();
        foreach (var tabelle in tabellen)
        {
            var spalten = await ListAsync(verbindung, $"SELECT name FROM pragma_table_info('{tabelle}')");
            var bedingung = spalten switch
            {
                _ when tabelle == "Faelle" => "upper(Id) = upper($id)",
                _ when spalten.Contains("FallId") => "upper(FallId) = upper($id)",
                _ when spalten.Contains("InstanceId") => "InstanceId IN (SELECT Id FROM WorkflowInstanzen WHERE CorrelationId = $n)",
                _ when spalten.Contains("CorrelationId") => "CorrelationId = $n",
                _ => null,
            };
            if (bedingung is not null)
                zahlen[tabelle] = int.Parse((await ListAsync(verbindung, $"SELECT CAST(COUNT(*) AS TEXT) FROM \"{tabelle}\" WHERE {bedingung}", fall)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return zahlen;
    }

    private static async Task<List<string>> ListAsync(SqliteConnection verbindung, string sql, Guid fall = default)
    {
        await using var befehl = verbindung.CreateCommand();
        // Names of tables and columns only, from the database itself.
#pragma warning disable CA2100
        befehl.CommandText = sql;
#pragma warning restore CA2100
        befehl.Parameters.AddWithValue("$id", fall.ToString());
        befehl.Parameters.AddWithValue("$n", fall.ToString("N"));
        await using var leser = await befehl.ExecuteReaderAsync();
        var werte = new List<string>();
        while (await leser.ReadAsync())
            werte.Add(leser.GetString(0));
        return werte;
    }
}
