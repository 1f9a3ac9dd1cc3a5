using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>What a Kooperationsplan names, how it grows, and what it never becomes (R37–R41, R43).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAPlanIsAgreed(Gemeinsam gemeinsam)
{
    private static readonly string[] Beide = ["Klientin", "Fallmanagement"];

    [Fact]
    public async Task It_names_everyone_who_took_part()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        foreach (var niemand in new string[][] { [], [" ", ""] })
            (await probe.RefusedAtAsync("PlanVereinbart", "beteiligte", Plan(niemand, Schritt("Schulden ordnen")))).ShouldBe("Nennen Sie mindestens eine beteiligte Person.");
        (await PlanAsync(probe)).ShouldBeEmpty();

        string[] alle = ["Klientin", "Schwester", "Frau Öz, Suchthilfe"];
        await probe.RecordAsync("PlanVereinbart", Plan(alle, Schritt("Schulden ordnen")));

        var daten = (await probe.AkteAsync("PlanVereinbart")).ShouldHaveSingleItem().GetProperty("daten");
        daten.GetProperty("beteiligte").EnumerateArray().Select(b => b.GetString()).ShouldBe(alle);
        (await probe.PageAsync()).ShouldContain("Schulden ordnen");
    }

    [Fact]
    public async Task Each_step_has_exactly_one_responsible_side_and_the_clients_own_work_is_part_of_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await RefusedAsync(null)).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await RefusedAsync("Alle")).ShouldContain("Fallmanagement, VermittelteLeistung, Klient");
        (await RefusedAsync(new[] { "Klient", "Fallmanagement" })).ShouldNotBeEmpty("two sides are none");
        (await PlanAsync(probe)).ShouldBeEmpty();

        await probe.RecordAsync("PlanVereinbart", Plan(
            Beide, Of("Anträge ausfüllen", "Fallmanagement"), Of("Beratung", "VermittelteLeistung", rechtsgrundlage: "§ 16a SGB II"), Schritt("Briefe öffnen")));

        (await PlanAsync(probe)).Select(s => (Text(s, "bezeichnung"), Text(s, "verantwortlich"))).ShouldBe(
            [("Anträge ausfüllen", "Fallmanagement"), ("Beratung", "VermittelteLeistung"), ("Briefe öffnen", "Klient")]);

        Task<string> RefusedAsync(object? verantwortlich) =>
            probe.RefusedAtAsync("PlanVereinbart", "schritte[0].verantwortlich", Plan(Beide, Of("Beratung", verantwortlich)));
    }

    [Fact]
    public async Task It_begins_with_one_line_and_grows_and_no_step_at_all_is_no_plan()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("PlanVereinbart", "schritte", Plan(Beide))).ShouldBe("Nennen Sie mindestens einen Schritt.");
        (await probe.RefusedAtAsync("PlanVereinbart", "schritte[0].bezeichnung", Plan(Beide, Schritt(" ")))).ShouldBe("Bitte füllen Sie dieses Feld aus.");

        await probe.RecordAsync("PlanVereinbart", Plan(Beide, Schritt("Briefe öffnen")));
        (await PlanAsync(probe)).Select(s => Text(s, "bezeichnung")).ShouldBe(["Briefe öffnen"]);
        await probe.RecordAsync("PlanVereinbart", Plan(Beide, Schritt("Briefe öffnen"), Schritt("Briefe sortieren"), Schritt("Schulden aufschreiben")));

        (await PlanAsync(probe)).Select(s => Text(s, "bezeichnung")).ShouldBe(["Briefe öffnen", "Briefe sortieren", "Schulden aufschreiben"]);
        (await probe.AkteAsync("PlanVereinbart")).Select(e => e.GetProperty("daten").GetProperty("schritte").GetArrayLength()).ShouldBe([1, 3], "what was agreed before stays readable");
    }

    [Fact]
    public async Task Addiction_mental_illness_and_private_life_bind_nobody_unless_chosen_and_no_duty_follows()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("PlanVereinbart", "schritte[0].verbindlich", Plan(Beide, Schritt("Therapie", thema: "Sucht", verbindlich: "vielleicht")))).ShouldNotBeEmpty();
        string[] themen = ["Beschaeftigung", "Qualifizierung", "Finanzen", "Wohnen", "Familie", "Sucht", "PsychischeErkrankung", "Privatleben"];
        var vorher = await TasksAsync();

        await probe.RecordAsync("PlanVereinbart", Plan(Beide, [.. themen.Select(t => Schritt(t, thema: t))]));

        (await PlanAsync(probe)).Where(s => !s.GetProperty("istVerbindlich").GetBoolean()).Select(s => Text(s, "thema")).ShouldBe(["Sucht", "PsychischeErkrankung", "Privatleben"]);
        await probe.RecordAsync("PlanVereinbart", Plan(Beide, Schritt("Therapie", thema: "Sucht", verbindlich: true), Schritt("Miete", thema: "Wohnen", verbindlich: false)));
        (await PlanAsync(probe)).Select(s => s.GetProperty("istVerbindlich").GetBoolean()).ShouldBe([true, false], "people choose otherwise");
        (await TasksAsync()).ShouldBe(vorher, "a step asks for nothing by itself, binding or not");

        async Task<List<string?>> TasksAsync() => [.. (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray().Select(a => Text(a, "art")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task What_the_program_offers_knows_no_administrative_act_and_no_sanction()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var angebot = await sitzung.Http.GetStringAsync("/openapi/v1.json");
        angebot.ShouldContain("PlanVereinbart");
        foreach (var wort in new[] { "verwaltungsakt", "sanktion", "ersatzbescheid", "leistungsminderung" })
            angebot.ShouldNotContain(wort, Case.Insensitive);
    }

    [Fact]
    public async Task Date_and_manner_of_its_review_are_fixed_with_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("PlanVereinbart", "artDerUeberpruefung", Reviewed(Beide, [Schritt("Briefe öffnen")], " "))).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await probe.RefusedAtAsync("PlanVereinbart", "ueberpruefungNach", Reviewed(Beide, [Schritt("Briefe öffnen")], "Gespräch", "bald"))).ShouldContain("6 Monate");

        await probe.RecordAsync("PlanVereinbart", Reviewed(Beide, [Schritt("Briefe öffnen")], "Gespräch zu Hause", "3 Monate"));

        // Three months from 11 January is Sunday, 11 April, so Monday; 14 days before is Ostermontag, so the reminder comes on the Thursday before Easter.
        Text((await probe.AkteAsync("PlanVereinbart")).ShouldHaveSingleItem().GetProperty("daten"), "artDerUeberpruefung").ShouldBe("Gespräch zu Hause");
        (await ReminderAsync(probe)).ShouldBe("2027-03-25");
        await probe.RecordAsync("PlanUeberprueft", new { ergebnis = "Aendern", anmerkung = "Es geht schneller.", ueberpruefungNach = "2 Monate" });
        (await ReminderAsync(probe)).ShouldBe("2027-02-25", "an earlier review sets the next date");
    }

    private static async Task<string?> ReminderAsync(Fallprobe probe) =>
        Text((await probe.ReadAsync()).GetProperty("naechsteTermine").EnumerateArray().Single(t => Text(t, "bezeichnung") == "Bis zur Erinnerung"), "am");

    private static async Task<List<JsonElement>> PlanAsync(Fallprobe probe) => [.. (await probe.ReadAsync()).GetProperty("plan").EnumerateArray()];

    private static object Plan(string[] beteiligte, params object[] schritte) => Reviewed(beteiligte, schritte, "Gespräch");

    private static object Reviewed(string[] beteiligte, object[] schritte, string art, string? nach = null) =>
        new { beteiligte, schritte, artDerUeberpruefung = art, ueberpruefungNach = nach };

    private static Dictionary<string, object?> Of(string bezeichnung, object? verantwortlich, string thema = "Finanzen", object? verbindlich = null, string? rechtsgrundlage = null) =>
        new Dictionary<string, object?> { ["bezeichnung"] = bezeichnung, ["verantwortlich"] = verantwortlich, ["thema"] = thema, ["verbindlich"] = verbindlich, ["rechtsgrundlage"] = rechtsgrundlage }
            .Where(f => f.Value is not null).ToDictionary();

    private static Dictionary<string, object?> Schritt(string bezeichnung, string thema = "Finanzen", object? verbindlich = null) => Of(bezeichnung, "Klient", thema, verbindlich);

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
