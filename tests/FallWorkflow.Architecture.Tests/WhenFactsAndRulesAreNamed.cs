using FallWorkflow.Application;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Architecture.Tests;

public class WhenFactsAndRulesAreNamed
{
    /// <summary>Stored in every Akte and named in processes: a name may be added here, never changed or removed.</summary>
    [Fact]
    public void Wire_names_of_facts_are_pinned() =>
        string.Join('\n', TatsachenKatalog.Alle.Select(a => a.Name).Order(StringComparer.Ordinal))
            .ShouldBe(File.ReadAllText(Path.Combine(Repository.Root, "tests", "FallWorkflow.Architecture.Tests", "tatsachen.txt")).TrimEnd());

    /// <summary>R41: what is agreed is never replaced by an administrative act; nothing offers it.</summary>
    [Fact]
    public void No_fact_rule_task_or_outcome_knows_an_administrative_act()
    {
        string[] woerter = ["Verwaltungsakt", "Ersetzung", "Bescheid"];
        var namen = typeof(IRegel).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("FallWorkflow.Domain", StringComparison.Ordinal) == true)
            .SelectMany(t => t.IsEnum ? Enum.GetNames(t) : [t.Name, .. t.GetProperties().Select(p => p.Name)]);
        namen.Where(n => woerter.Any(w => n.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json", SearchOption.AllDirectories))
            woerter.Where(w => File.ReadAllText(datei).Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(datei);
    }

    [Fact]
    public void Every_period_of_the_concept_has_a_German_name()
    {
        foreach (var parameter in Fristparameter.Alle)
            Texte.Of($"Frist.{parameter}").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_fact_has_a_German_name()
    {
        foreach (var art in TatsachenKatalog.Alle)
            Texte.Of($"Tatsache.{art.Name}").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_fact_is_recorded_by_known_roles() =>
        TatsachenKatalog.Alle.SelectMany(a => a.Rollen).Distinct().Except(Rollen.Alle).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_a_German_message_that_says_what_to_do()
    {
        foreach (var regel in typeof(IRegel).Assembly.GetTypes().Concat(typeof(Texte).Assembly.GetTypes()).Where(t => t.IsAssignableTo(typeof(IRegel)) && !t.IsInterface))
            Meldung.Of(regel.Name).Length.ShouldBeGreaterThan(20, regel.Name);
    }

    [Fact]
    public void Every_enumerated_value_of_the_domain_has_a_German_name()
    {
        var werte = typeof(Domain.Faelle.Phase).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace == "FallWorkflow.Domain.Faelle");
        foreach (var typ in werte)
        {
            foreach (var wert in Enum.GetNames(typ))
                Resource(typ, wert).ShouldBeTrue($"{typ.Name}.{wert}");
        }

        static bool Resource(Type typ, string wert) =>
            new System.Resources.ResourceManager("FallWorkflow.Domain.Begriffe", typeof(Begriffe).Assembly).GetString($"{typ.Name}.{wert}", null) is not null;
    }

    [Fact]
    public void Default_concept_knows_every_parameter_but_retention_and_reads_as_Fristen()
    {
        foreach (var parameter in Fristparameter.Alle)
        {
            if (parameter is Fristparameter.Aufbewahrung or Fristparameter.AufbewahrungOhneFall)
                Fachkonzept.Standard.FindFrist(parameter).ShouldBeNull();
            else
                Frist.TryParse(Fachkonzept.Standard.FindFrist(parameter), out _).ShouldBeTrue(parameter);
        }
    }
}
