using System.Net;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Assisting services and the change of the contact person (R53, R55).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAPersonIsAccompanied(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task Assisting_services_are_kept_with_the_permission_of_the_person()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssistenzGeleistet", "klientErlaubt", new { art = "Begleiten", was = "zum Amtsgericht", klientErlaubt = false })).ShouldContain("Erlaubnis");
        await probe.RecordAsync("AssistenzGeleistet", new { art = "Begleiten", was = "zum Amtsgericht", klientErlaubt = true });

        (await probe.VerstehenAsync()).GetProperty("assistenzen")[0].GetProperty("was").GetString().ShouldBe("zum Amtsgericht");
        (await probe.PageAsync()).ShouldContain("Assistierende Dienstleistungen: 1 11.01.2027, Begleiten: zum Amtsgericht");
    }

    [Fact]
    public async Task A_change_of_the_contact_person_needs_a_handover_talk_or_a_reason_and_is_counted()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var ohne = new { fallmanagerId = Testjobcenter.ZweiteFallmanagerin, begruendung = "Elternzeit" };
        (await probe.RefusedByAsync("FallmanagerGewechselt", ohne)).ShouldBe("UebergabegespraechMussGefuehrtSein");
        await probe.RecordAsync("FallmanagerGewechselt", new { ohne.fallmanagerId, ohne.begruendung, uebergabegespraechAm = Gemeinsam.Heute });
        await leitung.RecordAsync(
            probe.Fall, "FallmanagerGewechselt", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin, begruendung = "Krankheit" }, "Ein Gespräch war nicht mehr möglich.");

        (await probe.VerstehenAsync()).GetProperty("fallmanagerWechsel").GetInt32().ShouldBe(2);
        (await probe.PageAsync()).ShouldContain("(Wechsel bisher: 2)");
        var zahlen = (await leitung.GetAsync("/api/statistik/ansprechpersonen?von=2027-01-01&bis=2027-01-31")).GetProperty("ergebnis").EnumerateArray();
        zahlen.Single(z => z.GetProperty("fallId").GetGuid() == probe.Fall).GetProperty("anzahl").GetInt32().ShouldBe(2);
        (await leitung.Http.GetStringAsync("/team?von=01.01.2027&bis=31.01.2027")).ShouldContain($"href=\"/faelle/{probe.Fall}\"");
        (await probe.Sitzung.Http.GetAsync("/api/statistik/ansprechpersonen")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
