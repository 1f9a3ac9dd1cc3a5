using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>
/// Three Fälle and one open handover of the first half of 2027, so small that every figure can be worked out by hand. All of it is
/// entered late, on 1 July, with the days on which it happened:
/// <list type="bullet">
/// <item>A (team Süd): admitted 11.01., contacts 01.02., 30.03. and 19.04., from 30.03. every two weeks, closed 14.06.</item>
/// <item>B (team Nord, who also has other work): admitted 11.01., one contact on 22.02., runs on.</item>
/// <item>C (team Süd): admitted 11.01., no contact, moved away 15.03.</item>
/// <item>D: handed over 11.01., meets the criteria, not admitted yet.</item>
/// </list>
/// </summary>
public sealed class Auswertungsprobe : IAsyncLifetime
{
    public const string Zeitraum = "von=2027-01-01&bis=2027-06-30";

    private static readonly DateOnly Beginn = new(2027, 1, 11);

    public FallWorkflowApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await FallWorkflowApp.StartAsync();
        await App.AdvanceToAsync(new DateOnly(2027, 7, 1));
        await JoinAsync(Testjobcenter.Fallmanagerin, "sued", gemischt: false);
        await JoinAsync(Testjobcenter.ZweiteFallmanagerin, "nord", gemischt: true);
        await TellAAsync(await Beispieldaten.AdmitAsync(App, Beginn));
        await TellBAsync(await Beispieldaten.AdmitAsync(App, Beginn, fallmanagement: Testjobcenter.ZweiteFallmanagerin));
        await TellCAsync(await Beispieldaten.AdmitAsync(App, Beginn));
        await (await App.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(Beginn);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    private async Task TellAAsync(Guid fall)
    {
        var wer = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        await RateAsync(wer, fall, Beginn, "Beginn", ("Gesundheit", 2), ("Motivation", 3));
        await RecordAsync(wer, fall, "ZielVereinbart", Beginn, Beispieldaten.Ziel("schulden", "Schulden geordnet", umweg: true));
        await RecordAsync(wer, fall, "ZielVereinbart", Beginn, new
        {
            zielId = "brief",
            bezeichnung = "Briefe öffnen",
            ebene = "Schritt",
            messkriterium = "Kein Brief liegt ungeöffnet.",
            bis = "2027-12-31",
            bedarf = "MaterielleSituation",
            ressourcen = "Schwester",
            uebergeordnetesZiel = "schulden",
        });
        await RecordAsync(wer, fall, "KontaktGehalten", new(2027, 2, 1), new { form = "Buero", themen = "Post", minuten = 45 });
        await RecordAsync(wer, fall, "AssistenzGeleistet", new(2027, 2, 1), new { art = "Begleiten", was = "zur Beratung", klientErlaubt = true, minuten = 30 });
        await ReferAsync(wer, fall, "A-1", new(2027, 2, 1), "schulden");
        await RecordAsync(wer, fall, "ZuweisungAngenommen", new(2027, 2, 1), new { zuweisungId = "A-1" });
        await RecordAsync(wer, fall, "ZuweisungBegonnen", new(2027, 2, 8), new { zuweisungId = "A-1", beginn = "2027-02-08" });
        await RecordAsync(wer, fall, "KontaktGehalten", new(2027, 3, 30), Beispieldaten.Kontakt);
        await RecordAsync(wer, fall, "RhythmusGeaendert", new(2027, 3, 30), new { wochen = 2, begruendung = "Wunsch" });
        await RecordAsync(wer, fall, "KontaktGehalten", new(2027, 4, 19), Beispieldaten.Kontakt);
        await RateAsync(wer, fall, new(2027, 4, 19), "Überprüfung", ("Gesundheit", 3));
        await RecordAsync(wer, fall, "ZuweisungBeendet", new(2027, 4, 19), new { zuweisungId = "A-1", ende = "2027-04-19", ergebnis = "geregelt" });
        await RecordAsync(wer, fall, "ZielAbgeschlossen", new(2027, 4, 19), new { zielId = "schulden", ergebnis = "Erreicht" });
        await RecordAsync(wer, fall, "ZielAbgeschlossen", new(2027, 4, 19), new { zielId = "brief", ergebnis = "NichtErreicht", begruendung = "zu früh" });
        await RecordAsync(wer, fall, "ErgebnisUebernommen", new(2027, 4, 19), new { zuweisungId = "A-1", weg = "Ziel", anmerkung = "Ziel erreicht" });
        await RecordAsync(wer, fall, "FallAbgeschlossen", new(2027, 6, 14), new
        {
            situationDamalsUndHeute = "besser",
            zielerreichung = "erreicht",
            wasGeholfenHat = "Gespräche",
            verbleibendeSchritte = "Wohnung",
            standDerAngebote = "keine",
            arbeitGefunden = false,
            einschaetzungen = new[] { new { bereich = "Gesundheit", skala = 4 }, new { bereich = "Motivation", skala = 2 } },
        });
    }

    private async Task TellBAsync(Guid fall)
    {
        var wer = await App.SignInAsync(Testjobcenter.ZweiteFallmanagerin);
        await RateAsync(wer, fall, Beginn, "Beginn", ("Gesundheit", 3));
        await RecordAsync(wer, fall, "ZielVereinbart", Beginn, Beispieldaten.Ziel("miete", "Miete gesichert"));
        await RecordAsync(wer, fall, "KontaktGehalten", new(2027, 2, 22), Beispieldaten.Kontakt);
        await ReferAsync(wer, fall, "B-1", new(2027, 2, 22), "miete");
        await RateAsync(wer, fall, new(2027, 3, 30), "Überprüfung", ("Gesundheit", 3));
        await RecordAsync(wer, fall, "AngebotFehlt", new(2027, 3, 1), new { lueckeId = "t", angebot = new { art = "Therapie", gebiet = "Langwasser", seit = "2027-03-01" } });
        await RecordAsync(wer, fall, "AngebotGefunden", new(2027, 3, 30), new { lueckeId = "t", wodurch = "Platz in Fürth" });
    }

    private async Task TellCAsync(Guid fall)
    {
        var wer = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        await RecordAsync(wer, fall, "AngebotFehlt", new(2027, 2, 1), new { lueckeId = "t", angebot = new { art = "Therapie", gebiet = "Langwasser", seit = "2027-02-01" } });
        await RecordAsync(wer, fall, "FallBeendet", new(2027, 3, 15), new { grund = "Umzug", begruendung = "nach Köln", gespraechAngeboten = true });
    }

    private static Task ReferAsync(Sitzung wer, Guid fall, string id, DateOnly am, string ziel) => RecordAsync(wer, fall, "ZuweisungVereinbart", am, new
    {
        zuweisungId = id,
        traegerId = Testjobcenter.Schuldnerberatung,
        leistung = "Beratung",
        anliegen = "Schulden ordnen",
        informationGegeben = true,
        bedenkenBesprochen = true,
        optionenVerglichen = true,
        klientEinverstanden = true,
        freigegebeneFelder = new[] { "Name" },
        rechtsgrundlage = "§ 16a SGB II",
        zielIds = new[] { ziel },
    });

    private static Task RateAsync(Sitzung wer, Guid fall, DateOnly am, string anlass, params (string Bereich, int Skala)[] werte) =>
        RecordAsync(wer, fall, "EinschaetzungFestgehalten", am, new { anlass, werte = werte.Select(w => new { bereich = w.Bereich, skala = w.Skala }) });

    private static async Task RecordAsync(Sitzung wer, Guid fall, string art, DateOnly am, object daten) =>
        await Sitzung.ReadAsync(await wer.PostAsync($"/api/faelle/{fall}/eintraege/{art}", new { wirksamAm = am, bestaetigt = true, daten }));

    private async Task JoinAsync(string id, string team, bool gemischt)
    {
        var stammdaten = App.Services.GetRequiredService<IStammdaten>();
        var benutzer = (await stammdaten.FindBenutzerAsync(id))!;
        (benutzer.TeamId, benutzer.GemischteAufgaben) = (team, gemischt);
        await stammdaten.SaveAsync(benutzer);
    }
}
