using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Contacts before the Fall, the texts of the first interview, and talking on (R12, R16, R17).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAFallIsPrepared(Gemeinsam gemeinsam)
{
    private static readonly DateOnly Heute = Gemeinsam.Heute;

    [Fact]
    public async Task A_contact_outside_begins_an_Akte_that_the_handover_goes_on_with()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var (id, nummer) = await MeetAsync(sitzung);
        var probe = new Fallprobe(id, sitzung);
        (await probe.ReadAsync()).GetProperty("status").GetString().ShouldBe("Vorkontakt");
        (await probe.RefusedByAsync("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin })).ShouldBe("UebergabeMussErfolgtSein");
        (await probe.RefusedByAsync("RueckspracheVerlangt", new { vonSeite = "Fallmanagement", anlass = "noch Fragen" })).ShouldBe("UebergabeMussErfolgtSein");
        (await probe.RefusedByAsync("PhaseGewechselt", new { phase = "Assessment" })).ShouldBe("UebergabeMussErfolgtSein");
        (await probe.ReadAsync()).GetProperty("aufgaben").GetArrayLength().ShouldBe(0);

        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.OpenFallAsync(Heute, Uebergabe(nummer, Heute))).ShouldBe(id);
        (await probe.RefusedByAsync("VorkontaktBeendet", new { begruendung = "kommt nicht mehr" })).ShouldBe("VorkontaktMussOffenSein");

        var fall = await probe.ReadAsync();
        (fall.GetProperty("status").GetString(), fall.GetProperty("nummer").GetString()).ShouldBe(("Angefragt", nummer));
        fall.GetProperty("aufgaben")[0].GetProperty("art").GetString().ShouldBe("Uebergabe");
        fall.GetProperty("verstehen").GetProperty("vorkontakte")[0].GetProperty("ort").GetString().ShouldBe("Tagestreff");
        (await probe.PageAsync()).ShouldContain("Kontakte vor dem Fall 11.01.2027, Tagestreff: Post vom Amt");

        await probe.RecordAsync("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin });
        await probe.RecordAsync("VorkontaktGehalten", new { ort = "Parkbank", themen = "Fragen zur Übergabe" });
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.RefusedByAsync("VorkontaktGehalten", new { ort = "Parkbank", themen = "x" })).ShouldBe("FallDarfNochNichtAufgenommenSein");
    }

    [Fact]
    public async Task A_number_that_is_no_open_contact_of_the_office_is_refused_and_nobody_else_sees_it()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await (await sitzung.PostAsync("/api/vorkontakte", new { wirksamAm = Heute, daten = new { ort = "Tagestreff" } }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("themen").ShouldNotBeEmpty();
        var (id, nummer) = await MeetAsync(sitzung);
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.Http.GetAsync($"/api/faelle/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await vermittlerin.PostAsync("/api/vorkontakte", new { wirksamAm = Heute, daten = Vorkontakt })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await RefusedAsync(Testjobcenter.Vermittlerin, "FM-2027-99999");
        await RefusedAsync(Testjobcenter.BerlinerVermittler, nummer);
        await vermittlerin.OpenFallAsync(Heute, Uebergabe(nummer, Heute));
        await RefusedAsync(Testjobcenter.Vermittlerin, nummer);

        async Task RefusedAsync(string wer, string vorkontakt)
        {
            var antwort = await (await gemeinsam.App.SignInAsync(wer)).PostAsync("/api/uebergaben", new { wirksamAm = Heute, daten = Uebergabe(vorkontakt) });
            (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("vorkontakt").ShouldContain(vorkontakt);
        }
    }

    [Fact]
    public async Task A_number_alone_joins_nobody_the_name_or_the_day_must_agree()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var (ohneName, erste) = await MeetAsync(sitzung);
        var (anderer, zweite) = await MeetAsync(sitzung, "Jens");
        var (richtiger, dritte) = await MeetAsync(sitzung, "joerg  MÜSSIG");

        foreach (var nummer in new[] { erste, zweite })
        {
            (await RefusedAsync(nummer)).ShouldContain("nennen Sie hier den Tag");
            (await RefusedAsync(nummer, Heute.AddDays(-3))).ShouldContain("An diesem Tag");
        }

        foreach (var fall in new[] { ohneName, anderer })
            (await sitzung.GetAsync($"/api/faelle/{fall}")).GetProperty("status").GetString().ShouldBe("Vorkontakt");
        (await vermittlerin.OpenFallAsync(Heute, Uebergabe(dritte))).ShouldBe(richtiger);
        (await vermittlerin.OpenFallAsync(Heute, Uebergabe(zweite, Heute))).ShouldBe(anderer, "the day shows it where the name is another");

        async Task<string> RefusedAsync(string nummer, DateOnly? tag = null)
        {
            var antwort = await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Heute, daten = Uebergabe(nummer, tag) });
            return (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("vorkontaktAm");
        }
    }

    [Fact]
    public async Task A_contact_that_leads_nowhere_is_ended_once_with_a_reason_and_nothing_goes_on_with_it()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var (id, nummer) = await MeetAsync(sitzung);
        var probe = new Fallprobe(id, sitzung);
        (await probe.RefusedAtAsync("VorkontaktBeendet", "begruendung", new { begruendung = " " })).ShouldNotBeEmpty();
        (await sitzung.Http.GetStringAsync($"/faelle/{id}")).ShouldContain($"/faelle/{id}/festhalten/VorkontaktBeendet");
        await probe.RecordAsync("VorkontaktGehalten", new { ort = "Tagestreff", themen = "noch ein Gespräch" });

        (await probe.RefusedByAsync("VorkontaktBeendet", new { begruendung = "kommt nicht mehr" }, Heute.AddYears(-10))).ShouldBe("VorkontaktEndetNachDemGespraech");
        await probe.RecordAsync("VorkontaktBeendet", new { begruendung = "kommt nicht mehr" });

        (await probe.ReadAsync()).GetProperty("status").GetString().ShouldBe("VorkontaktBeendet");
        (await probe.RefusedByAsync("VorkontaktBeendet", new { begruendung = "noch einmal" })).ShouldBe("VorkontaktMussOffenSein");
        (await probe.RefusedByAsync("VorkontaktGehalten", new { ort = "Tagestreff", themen = "wieder da" })).ShouldBe("VorkontaktDarfNichtBeendetSein");
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var antwort = await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Heute, daten = Uebergabe(nummer, Heute) });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("vorkontakt").ShouldContain("beendet");
        (await probe.PageAsync()).ShouldContain("Vorkontakt beendet");
    }

    [Fact]
    public async Task What_was_told_names_a_version_of_the_text_that_was_in_use_on_the_day()
    {
        var probe = await AcceptAsync();
        var gespraech = JsonSerializer.SerializeToNode(Beispieldaten.Erstgespraech)!.AsObject();
        gespraech["textfassung"] = "Irgendein Blatt";
        (await probe.RefusedAtAsync("ErstgespraechGefuehrt", "textfassung", gespraech)).ShouldContain("Erstinformation 2023-1, Erstinformation 2026-1");
        var seite = await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/ErstgespraechGefuehrt");
        var frueher = seite.IndexOf("Erstinformation 2023-1 (gilt ab 01.07.2023)", StringComparison.Ordinal);
        seite.IndexOf("Erstinformation 2026-1 (gilt ab 01.12.2026)", StringComparison.Ordinal).ShouldBeInRange(1, frueher, "the newest comes first");
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
    }

    [Fact]
    public async Task An_office_dates_its_own_texts_and_an_older_one_ends_with_the_newer()
    {
        var gestalterin = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var doppelt = await gestalterin.PostAsync("/api/fachkonzepte", Konzept([Text("A", "2027-01-01"), Text("A", "2027-01-05")]));
        (await doppelt.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("aufklaerungstexte[1].fassung").ShouldNotBeEmpty();
        (await gestalterin.PostAsync("/api/fachkonzepte", Konzept([Text("Erstinformation 2023-1", "2023-07-01", "2027-01-10"), Text("Berlin 2027", "2027-01-11")]))).StatusCode.ShouldBe(HttpStatusCode.Created);
        try
        {
            var vermittler = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerVermittler);
            var probe = new Fallprobe(await vermittler.OpenFallAsync(Heute), await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerFallmanager));
            await probe.RecordAsync("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.BerlinerFallmanager });
            (await probe.RefusedAtAsync("ErstgespraechGefuehrt", "textfassung", Beispieldaten.Erstgespraech)).ShouldContain("Berlin 2027");
            var gespraech = JsonSerializer.SerializeToNode(Beispieldaten.Erstgespraech)!.AsObject();
            gespraech["textfassung"] = "Berlin 2027";
            await probe.RecordAsync("ErstgespraechGefuehrt", gespraech);
        }
        finally
        {
            (await gestalterin.PostAsync("/api/fachkonzepte", Konzept(null))).EnsureSuccessStatusCode();
        }

        static object Konzept(object[]? texte) =>
            new { bueroId = Testjobcenter.Berlin, gueltigAb = "2027-01-01", fristen = new Dictionary<string, string>(), begruendung = "Texte", aufklaerungstexte = texte };

        static object Text(string fassung, string ab, string? bis = null) => new { fassung, gueltigAb = ab, gueltigBis = bis, text = "Willkommen." };
    }

    [Fact]
    public async Task Admitting_not_admitting_and_talking_on_are_equally_open_and_talking_on_asks_again()
    {
        var probe = await Einstiegsprobe.HandOverAsync(gemeinsam.App);
        foreach (var (art, daten) in Entscheidungen)
            (await probe.RefusedByAsync(art, daten)).ShouldBe("UebergabeMussAngenommenSein");
        await probe.AcceptAsync();
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        (await probe.RefusedAtAsync("GespraechFortgesetzt", "begruendung", new { begruendung = " " })).ShouldContain("füllen Sie dieses Feld aus");
        var erste = await AufgabeAsync();
        var seite = await probe.Sitzung.Http.GetStringAsync($"/aufgaben/{erste}");
        foreach (var (art, _) in Entscheidungen)
            seite.ShouldContain($"<a class=\"kern-btn kern-btn--primary\" href=\"/faelle/{probe.Fall}/festhalten/{art}");

        await probe.RecordAsync("GespraechFortgesetzt", new { begruendung = "Die Person möchte noch überlegen." });
        var zweite = await AufgabeAsync();
        zweite.ShouldNotBe(erste);
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.StatusAsync()).ShouldBe("Laufend");
        foreach (var (art, daten) in Entscheidungen)
            await probe.ShouldRefuseAsync("UeberAufnahmeDarfNochNichtEntschiedenSein", "Berichtigen Sie", art, daten);

        async Task<string?> AufgabeAsync() => (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray()
            .Where(a => a.GetProperty("art").GetString() == "Aufnahme" && a.GetProperty("status").GetString() == "Offen").ShouldHaveSingleItem().GetProperty("id").GetString();
    }

    private static readonly (string Art, object Daten)[] Entscheidungen =
    [
        ("FallAufgenommen", new { }),
        ("NichtAufgenommen", new { begruendung = "passt nicht", wieGehtEsWeiter = "Vermittlung" }),
        ("GespraechFortgesetzt", new { begruendung = "Die Person möchte noch überlegen." }),
    ];

    private static readonly object Vorkontakt = new { ort = "Tagestreff", themen = "Post vom Amt" };

    private static async Task<(Guid Id, string Nummer)> MeetAsync(Sitzung sitzung, string? name = null)
    {
        var antwort = await Sitzung.ReadAsync(await sitzung.PostAsync("/api/vorkontakte", new { wirksamAm = Heute, daten = name is null ? Vorkontakt : new { ort = "Tagestreff", themen = "Post vom Amt", name } }));
        return (antwort.GetProperty("fallId").GetGuid(), antwort.GetProperty("nummer").GetString()!);
    }

    private static JsonObject Uebergabe(string vorkontakt, DateOnly? tag = null)
    {
        var daten = JsonSerializer.SerializeToNode(Beispieldaten.Uebergabe)!.AsObject();
        daten["vorkontakt"] = vorkontakt;
        if (tag is not null)
            daten["vorkontaktAm"] = $"{tag:yyyy-MM-dd}";
        return daten;
    }

    private async Task<Fallprobe> AcceptAsync()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var probe = new Fallprobe(await vermittlerin.OpenFallAsync(Heute), await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin));
        await probe.RecordAsync("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin });
        return probe;
    }
}
