using System.Net;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Phases can be entered again and run at the same time (R87).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenPhasesRunSideBySide(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task One_may_begin_while_another_goes_on_and_an_earlier_one_again()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("PhaseGewechselt", new { phase = "Umsetzung" });
        await probe.RecordAsync("PhaseGewechselt", new { phase = "Planung", daneben = true });
        (await PhasesAsync(probe)).ShouldBe(["Umsetzung", "Planung"]);
        (await probe.PageAsync()).ShouldContain("Umsetzung, Planung");
        await probe.RecordAsync("PhaseGewechselt", new { phase = "Assessment" });
        (await PhasesAsync(probe)).ShouldBe(["Assessment"]);
    }

    [Fact]
    public async Task A_reassessment_runs_beside_the_present_phase_until_it_is_finished()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await FinishAsync();
        await probe.RecordAsync("PhaseGewechselt", new { phase = "Umsetzung" });
        await probe.RecordAsync("NeuassessmentBegonnen", new { anlass = "Umzug" });
        (await PhasesAsync(probe)).ShouldBe(["Umsetzung", "Assessment"]);
        await FinishAsync();
        (await PhasesAsync(probe)).ShouldBe(["Umsetzung"]);

        Task<Guid> FinishAsync() => probe.RecordAsync(
            "AssessmentAbgeschlossen", new { bereiche = Beispieldaten.Bereiche(Gemeinsam.Heute), einbezogen = new[] { "Schwester" }, bildungUndTeilhabe = "KeineKinder" });
    }

    [Fact]
    public async Task An_unknown_phase_is_refused()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var antwort = await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/PhaseGewechselt", new { wirksamAm = Gemeinsam.Heute, daten = new { phase = "Kaffeepause" } });
        await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
    }

    private static async Task<IReadOnlyList<string?>> PhasesAsync(Fallprobe probe) =>
        [.. (await probe.ReadAsync()).GetProperty("phasen").EnumerateArray().Select(p => p.GetString())];
}
