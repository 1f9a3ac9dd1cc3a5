using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Needs by area, expected progress, target groups and the version of the criteria (R01, R02, R04, R05).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAccessIsChecked(Gemeinsam gemeinsam)
{
    private static readonly string[] Drei = ["Gesundheit", "Arbeitsfaehigkeit", "Familie"];

    [Fact]
    public async Task Needs_are_listed_by_area_and_fewer_than_three_areas_do_not_meet_the_criteria()
    {
        var probe = await HandOverAsync(Einstiegsprobe.Uebergabe(["Gesundheit", "Gesundheit", "Finanzen"]));
        (await probe.ZugangAsync()).ShouldBe((false, "Keine", 0));
        await probe.PrepareAsync();
        await probe.ShouldRefuseAsync("ZugangskriterienMuessenErfuelltSein", "mit einer Begründung davon abweichen", "FallAufgenommen", new { });
        (await probe.StatusAsync()).ShouldBe("Angefragt");

        (await probe.RefusedAtAsync("ZugangGeprueft", "handlungsbedarfe", Einstiegsprobe.Pruefung([]))).ShouldContain("mindestens einen Handlungsbedarf");
        (await probe.RefusedAtAsync("ZugangGeprueft", "handlungsbedarfe[1].bereich", Einstiegsprobe.Pruefung(["Familie", "Hobby"]))).ShouldContain("Gesundheit, Arbeitsfaehigkeit, Familie, Finanzen");
        (await probe.RefusedAtAsync("ZugangGeprueft", "handlungsbedarfe[0].beschreibung", new
        {
            handlungsbedarfe = new[] { new { bereich = "Familie", beschreibung = " " } },
            fortschrittErwartet = true,
            fortschrittBegruendung = "will weiter",
        })).ShouldContain("füllen Sie dieses Feld aus");
        (await probe.AkteAsync("ZugangGeprueft")).ShouldBeEmpty();

        await probe.RecordAsync("ZugangGeprueft", Einstiegsprobe.Pruefung(Drei));
        (await probe.ZugangAsync()).ShouldBe((true, "Mehrere Handlungsbedarfe", 0));
        (await probe.ReadAsync()).GetProperty("handlungsbedarfe").EnumerateArray().Select(b => b.GetProperty("bereich").GetString()).ShouldBe(Drei);
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.StatusAsync()).ShouldBe("Laufend");
    }

    [Fact]
    public async Task Expected_progress_is_an_answer_of_its_own_with_its_reason_and_both_must_hold()
    {
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        foreach (var (feld, leer) in new[] { ("fortschrittErwartet", (string?)null), ("fortschrittBegruendung", " ") })
        {
            var uebergabe = Einstiegsprobe.Uebergabe(Drei);
            uebergabe[feld] = leer;
            (await (await vermittlerin.PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Heute, daten = uebergabe }))
                .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldContain("füllen Sie dieses Feld aus");
        }

        var probe = await HandOverAsync(Einstiegsprobe.Uebergabe(Drei, fortschritt: false));
        (await probe.ZugangAsync()).Erfuellt.ShouldBeFalse("three needs are not enough");
        await probe.PrepareAsync();
        (await probe.RefusedAtAsync("ZugangGeprueft", "fortschrittBegruendung", new { handlungsbedarfe = new[] { new { bereich = "Familie", beschreibung = "x" } }, fortschrittErwartet = true, fortschrittBegruendung = " " }))
            .ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("ZugangGeprueft", Einstiegsprobe.Pruefung(["Wohnen"], "Wohnungslosigkeit", fortschritt: false));
        (await probe.ZugangAsync()).Erfuellt.ShouldBeFalse("nor is a target group");
        await probe.ShouldRefuseAsync("ZugangskriterienMuessenErfuelltSein", "mit einer Begründung davon abweichen", "FallAufgenommen", new { });

        await probe.RecordAsync("ZugangGeprueft", Einstiegsprobe.Pruefung(Drei));
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.StatusAsync()).ShouldBe("Laufend");
        (await probe.AkteAsync("ZugangGeprueft")).Select(e => e.GetProperty("daten").GetProperty("fortschrittErwartet").GetBoolean()).ShouldBe([false, true]);
        (await probe.AkteAsync("ZugangGeprueft"))[1].GetProperty("daten").GetProperty("fortschrittBegruendung").GetString().ShouldBe("Termine werden gehalten.");
    }

    [Theory]
    [InlineData("Wohnungslosigkeit", "Wohnen")]
    [InlineData("Frauenhaus", "Familie")]
    public async Task A_target_group_admits_with_one_need_and_the_rule_used_is_stored(string zielgruppe, string bereich)
    {
        var probe = await HandOverAsync(Einstiegsprobe.Uebergabe([bereich], "Drogenabhängige Menschen"));
        await probe.PrepareAsync();
        (await probe.ZugangAsync()).ShouldBe((false, "Keine", 0), "there is a plan template for this group, but no easier access");
        await probe.ShouldRefuseAsync("ZugangskriterienMuessenErfuelltSein", "mit einer Begründung davon abweichen", "FallAufgenommen", new { });

        await probe.RecordAsync("ZugangGeprueft", Einstiegsprobe.Pruefung([bereich], zielgruppe));
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.ZugangAsync()).ShouldBe((true, $"Zielgruppe {zielgruppe}", 0));
        (await probe.AkteAsync("ZugangBewertet"))[^1].GetProperty("daten").GetProperty("regel").GetString().ShouldBe($"Zielgruppe {zielgruppe}");
        (await probe.ReadAsync()).GetProperty("zielgruppe").GetString().ShouldBe(zielgruppe);
    }

    [Fact]
    public async Task Each_decision_keeps_the_version_of_the_criteria_that_it_applied()
    {
        var leiter = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await (await PublishAsync(0)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("mindestBedarfe").ShouldContain("1");
        (await (await PublishAsync(2, " ")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("begruendung").ShouldNotBeEmpty();
        try
        {
            var version = await VersionAsync(1);
            var frueher = await BerlinAsync();
            (await frueher.ZugangAsync()).ShouldBe((true, "Mehrere Handlungsbedarfe", version));
            (await frueher.PageAsync()).ShouldContain($"Kriterien erfüllt: Mehrere Handlungsbedarfe (Fachkonzept Version {version})");
            await VersionAsync(null);
            var spaeter = await BerlinAsync();
            (await spaeter.ZugangAsync()).ShouldBe((false, "Keine", version + 1));
            (await frueher.ZugangAsync()).ShouldBe((true, "Mehrere Handlungsbedarfe", version), "what was decided stays decided");
            await spaeter.PrepareAsync(Testjobcenter.BerlinerFallmanager);
            await spaeter.ShouldRefuseAsync("ZugangskriterienMuessenErfuelltSein", "mit einer Begründung davon abweichen", "FallAufgenommen", new { });

            await frueher.RecordAsync("ZugangGeprueft", Einstiegsprobe.Pruefung(Drei));
            (await frueher.AkteAsync("ZugangBewertet")).Select(e => e.GetProperty("daten").GetProperty("konzeptVersion").GetInt32()).ShouldBe([version, version + 1]);
        }
        finally
        {
            (await PublishAsync(null)).EnsureSuccessStatusCode();
        }

        Task<HttpResponseMessage> PublishAsync(int? bedarfe, string begruendung = "Zugang") =>
            leiter.PostAsync("/api/fachkonzepte", new { gueltigAb = Gemeinsam.Heute, fristen = new { }, begruendung, mindestBedarfe = bedarfe });

        async Task<int> VersionAsync(int? bedarfe) =>
            (await Sitzung.ReadAsync(await PublishAsync(bedarfe))).GetProperty("fachkonzept").GetProperty("version").GetInt32();

        Task<Fallprobe> BerlinAsync() => Einstiegsprobe.HandOverAsync(
            gemeinsam.App, Einstiegsprobe.Uebergabe(["Finanzen"]), Testjobcenter.BerlinerVermittler, Testjobcenter.BerlinerFallmanager);
    }

    private Task<Fallprobe> HandOverAsync(JsonObject uebergabe) => Einstiegsprobe.HandOverAsync(gemeinsam.App, uebergabe);
}
