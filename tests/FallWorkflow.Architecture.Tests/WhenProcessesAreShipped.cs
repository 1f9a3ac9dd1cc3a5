using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Architecture.Tests;

public class WhenProcessesAreShipped
{
    private static IReadOnlyList<string> Dateien { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains("szenari", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void They_have_no_problems()
    {
        var alle = Dateien.Select(f => DefinitionReader.Read(File.ReadAllText(f))).ToList();
        var pruefer = Prozessmaschine.Validator();
        Dateien.SelectMany(f => pruefer.Validate(File.ReadAllText(f), alle).Select(p => $"{Path.GetFileName(f)} {p.ActivityId} {p.Path}: {p.Message}")).ShouldBeEmpty();
    }

    [Fact]
    public void No_Frist_stands_in_them_since_they_refer_to_the_concept() =>
        Dateien.Where(f => File.ReadAllText(f) is var json && (json.Contains("\"wert\"", StringComparison.Ordinal) || json.Contains("\"vorlaufWert\"", StringComparison.Ordinal)))
            .Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void Life_of_a_Fall_has_its_agreed_id() =>
        Dateien.Select(f => DefinitionReader.Read(File.ReadAllText(f)).DefinitionId).ShouldContain("fallmanagement");

    [Fact]
    public void Activities_do_not_lie_on_each_other()
    {
        foreach (var datei in Dateien)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(datei));
            var orte = json.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray()
                .Select(a => a.GetProperty("metadata").GetProperty("designer").GetProperty("position").GetRawText()).ToList();
            orte.Distinct().Count().ShouldBe(orte.Count, Repository.Relative(datei));
        }
    }

    [Fact]
    public void Every_scenario_can_be_read()
    {
        var szenarien = Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "szenarien").ToList();
        szenarien.Count.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var datei in szenarien)
            Szenario.Parse(File.ReadAllText(datei)).Schritte.ShouldNotBeEmpty(Repository.Relative(datei));
    }
}
