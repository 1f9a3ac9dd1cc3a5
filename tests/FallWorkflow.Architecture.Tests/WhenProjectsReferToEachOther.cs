using System.Xml.Linq;

namespace FallWorkflow.Architecture.Tests;

/// <summary>Dependencies point inward; the direction is not negotiable.</summary>
public class WhenProjectsReferToEachOther
{
    private static readonly Dictionary<string, string[]> Erlaubt = new()
    {
        ["Domain"] = [],
        ["Engine"] = [],
        ["Contracts"] = [],
        ["Application"] = ["Domain", "Engine", "Contracts"],
        ["Persistence"] = ["Application"],
        ["Persistence.Sqlite"] = ["Persistence"],
        ["Persistence.PostgreSql"] = ["Persistence"],
        ["Persistence.SqlServer"] = ["Persistence"],
        ["Messaging"] = ["Application"],
        ["Jobs"] = ["Application"],
        ["Web"] = ["Application"],
        ["Service"] = ["Web", "Messaging", "Jobs", "Persistence.Sqlite", "Persistence.PostgreSql", "Persistence.SqlServer"],
    };

    public static TheoryData<string> Projekte => [.. Erlaubt.Keys];

    [Theory]
    [MemberData(nameof(Projekte))]
    public void A_project_refers_only_inward(string projekt) =>
        References(projekt, "ProjectReference").Except(Erlaubt[projekt]).ShouldBeEmpty();

    [Fact]
    public void Every_project_has_its_place() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d).Replace("FallWorkflow.", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ShouldBe(Erlaubt.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Contracts", "")]
    [InlineData("Application", "")]
    [InlineData("Engine", "Jint")]
    public void The_inside_uses_no_packages_but(string projekt, string erlaubt)
    {
        References(projekt, "PackageReference").Except(erlaubt.Split(',')).ShouldBeEmpty();
        References(projekt, "FrameworkReference").ShouldBeEmpty();
    }

    /// <summary>A project file may be right and a type still come in through a package of a package: look at what the compiler really used.</summary>
    [Theory]
    [InlineData(typeof(Domain.Faelle.Fall))]
    [InlineData(typeof(Engine.Execution.WorkflowEngine))]
    [InlineData(typeof(Application.Faelle.FallService))]
    [InlineData(typeof(Contracts.ZuweisungErteilt))]
    public void The_inside_knows_no_database_broker_scheduler_or_web(Type typ)
    {
        string[] verboten = ["Microsoft.EntityFrameworkCore", "MassTransit", "RabbitMQ", "Quartz", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Data"];
        typ.Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => verboten.Any(v => name.StartsWith(v, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Domain_and_engine_do_not_know_each_other()
    {
        typeof(Domain.Faelle.Fall).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name == "FallWorkflow.Engine");
        typeof(Engine.Execution.WorkflowEngine).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name == "FallWorkflow.Domain");
    }

    [Fact]
    public void Engine_has_never_heard_of_a_Fall()
    {
        string[] fachwoerter = ["Fall", "Klient", "Traeger", "Zuweisung", "Kooperationsplan", "Nachbetreuung", "Kontakt", "Aufgabe"];
        var verstoesse = typeof(Engine.Execution.WorkflowEngine).Assembly.GetTypes()
            .SelectMany(t => t.GetMembers().Select(m => m.Name).Append(t.Name))
            .Where(name => fachwoerter.Any(w => name.Contains(w, StringComparison.Ordinal))).Distinct();
        verstoesse.ShouldBeEmpty();
    }

    private static IReadOnlyList<string> References(string projekt, string art)
    {
        var datei = Path.Combine(Repository.Root, "src", $"FallWorkflow.{projekt}", $"FallWorkflow.{projekt}.csproj");
        return [.. XDocument.Load(datei).Descendants(art)
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')) is var name && art == "ProjectReference"
                ? name.Replace("FallWorkflow.", "", StringComparison.Ordinal)
                : e.Attribute("Include")!.Value)];
    }
}
