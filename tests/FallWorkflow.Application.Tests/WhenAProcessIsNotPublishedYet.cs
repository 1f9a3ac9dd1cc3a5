using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Tests;

/// <summary>A new release runs before its processes are published; people go on working, and the Fall gets its process later.</summary>
public class WhenAProcessIsNotPublishedYet
{
    [Fact]
    public async Task A_contact_before_the_Fall_is_recorded_all_the_same_and_its_process_comes_later()
    {
        var vorher = new Betrieb((_, json) => json.Replace("\"definitionId\": \"vorkontakt\"", "\"definitionId\": \"noch-nicht\"", StringComparison.Ordinal));
        var kontakt = await vorher.Faelle.OpenVorkontaktAsync(new("b1", new("Tagestreff", "Post"), vorher.Heute), Betrieb.Fm);
        (vorher.Db.Faelle[kontakt.FallId].Status, vorher.Db.Engine.Instances.Count).ShouldBe((Fallstatus.Vorkontakt, 0));
        (await vorher.Faelle.StartMissingAsync(kontakt.FallId)).ShouldBeFalse();

        var nachher = new Betrieb(uows: _ => vorher.Db);
        (await nachher.Faelle.StartMissingAsync(kontakt.FallId)).ShouldBeTrue();
        (await nachher.Faelle.StartMissingAsync(kontakt.FallId)).ShouldBeFalse();
        vorher.Db.Engine.Instances.ShouldHaveSingleItem().DefinitionId.ShouldBe(FallService.Vorkontakt);
    }
}
