using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Tests.Akte;

public class WhenAFactIsStored
{
    public static TheoryData<string> Namen => [.. TatsachenKatalog.Alle.Select(a => a.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Namen))]
    public void It_comes_back_as_it_was(string name)
    {
        var json = TatsachenKatalog.Serialize(Beispiele.Alle[name]);
        var zurueck = TatsachenKatalog.Deserialize(name, json);
        zurueck.GetType().ShouldBe(TatsachenKatalog.Find(name)!.Type);
        foreach (var eigenschaft in zurueck.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            Parts(eigenschaft.GetValue(zurueck)).ShouldBe(Parts(eigenschaft.GetValue(Beispiele.Alle[name])), eigenschaft.Name);
        TatsachenKatalog.Serialize(zurueck).ShouldBe(json);
    }

    [Theory]
    [MemberData(nameof(Namen))]
    public void Its_example_is_valid(string name) => Beispiele.Alle[name].Validate().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Namen))]
    public void An_unknown_field_is_refused(string name) =>
        Should.Throw<System.Text.Json.JsonException>(() => TatsachenKatalog.Deserialize(name, """{"gibtEsNicht":1}"""));

    [Theory]
    [MemberData(nameof(Namen))]
    public void Its_roles_are_known(string name) => TatsachenKatalog.Find(name)!.Rollen.Except(Rollen.Alle).ShouldBeEmpty();

    private static object?[] Parts(object? wert) => wert is System.Collections.IEnumerable liste and not string ? [.. liste.Cast<object?>()] : [wert];
}
