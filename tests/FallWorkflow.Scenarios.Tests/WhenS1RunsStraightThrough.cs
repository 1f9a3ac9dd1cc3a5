namespace FallWorkflow.Scenarios.Tests;

public class WhenS1RunsStraightThrough
{
    [Fact]
    public async Task Its_calendar_is_as_told()
    {
        var blatt = await Kalenderblatt.RunAsync("s1-schulden-und-sucht", bis: "2027-09-20");
        blatt.Stoerungen().ShouldBe("");
    }
}
