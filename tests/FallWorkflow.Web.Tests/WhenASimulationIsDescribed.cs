using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Web.Tests;

/// <summary>What people type into the form of a simulation.</summary>
public sealed class WhenASimulationIsDescribed
{
    [Theory]
    [InlineData("1.000", 1000)]
    [InlineData("10.000", 10_000)]
    [InlineData(" 75 ", 75)]
    [InlineData("1.5", null)]
    [InlineData("1.0000", null)]
    [InlineData("1..000", null)]
    [InlineData(".000", null)]
    [InlineData("zehn", null)]
    public void A_point_groups_thousands_and_is_refused_elsewhere(string getippt, int? gemeint)
    {
        var formular = Simulationsformular.Empty();
        formular.Eingaben["faelle"] = getippt;
        var wunsch = formular.Read();
        wunsch?.Faelle.ShouldBe(gemeint!.Value);
        formular.Fehler.Select(f => f.Feld).ShouldBe(gemeint is null ? ["faelle"] : []);
    }
}
