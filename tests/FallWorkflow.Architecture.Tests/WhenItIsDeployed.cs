using System.Text.RegularExpressions;

namespace FallWorkflow.Architecture.Tests;

/// <summary>No Docker engine is needed for these: they read what an engine would be given.</summary>
public partial class WhenItIsDeployed
{
    private static readonly string Beispiel = File.ReadAllText(Path.Combine(Repository.Root, "deploy", ".env.example"));

    private static readonly string Compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));

    [Theory]
    [InlineData("database", "mcr.microsoft.com/mssql/server:")]
    [InlineData("broker", "rabbitmq:")]
    public void Compose_names_a_pinned_image_with_volume_and_health_check(string dienst, string image)
    {
        var block = Block(dienst);
        block.ShouldContain($"image: {image}");
        block.ShouldContain("healthcheck:");
        block.ShouldContain("volumes:");
    }

    [Fact]
    public void Service_waits_for_healthy_servers_and_builds_from_the_repository()
    {
        var block = Block("service");
        block.ShouldContain("dockerfile: deploy/Dockerfile");
        File.Exists(Path.Combine(Repository.Root, "deploy", "Dockerfile")).ShouldBeTrue();
        Regex.Count(block, "condition: service_healthy").ShouldBe(2);
        block.ShouldContain("/health/ready");
    }

    [Fact]
    public void Every_environment_key_is_one_the_program_reads()
    {
        var einstellungen = File.ReadAllText(Path.Combine(Repository.Root, "src", "FallWorkflow.Service", "Zusammenbau", "Einstellungen.cs"));
        var schluessel = EnvironmentKey().Matches(Block("service")).Select(m => m.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ToList();
        schluessel.Count.ShouldBeGreaterThan(4);
        foreach (var name in schluessel)
            einstellungen.ShouldContain($"\"{name}\"");
    }

    [Fact]
    public void No_password_stands_in_the_repository()
    {
        foreach (var name in new[] { "DATABASE_PASSWORD", "SERVICE_DATABASE_PASSWORD", "BROKER_PASSWORD", "FIRST_PASSWORD" })
        {
            Compose.ShouldContain($"${{{name}:?");
            Beispiel.ShouldContain($"\n{name}=\n");
        }

        Beispiel.Split('\n').Where(z => z.Contains('=') && !z.StartsWith('#')).ShouldAllBe(z => z.EndsWith('='));
    }

    [Fact]
    public void The_service_does_not_sign_in_as_administrator()
    {
        Block("service").ShouldNotContain("User Id=sa");
        Block("service").ShouldContain("condition: service_completed_successfully");
        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "database-setup.sql")).ShouldContain("CREATE LOGIN fallworkflow");
    }

    [Fact]
    public void Somebody_can_sign_in_to_a_new_database()
    {
        Block("service").ShouldContain("./deploy/ersteinrichtung.example.json:/app/ersteinrichtung.json:ro");
        File.Exists(Path.Combine(Repository.Root, "deploy", "ersteinrichtung.example.json")).ShouldBeTrue();
    }

    [Fact]
    public void The_image_builds_with_a_pinned_Node() =>
        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "Dockerfile")).ShouldContain("FROM node:22");

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        var dateien = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "package-lock.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
        dateien.Where(f => File.ReadAllText(f).Contains("\"resolved\"", StringComparison.Ordinal)).Select(Repository.Relative).ShouldBeEmpty();
        File.Exists(Path.Combine(Repository.Root, "nuget.config")).ShouldBeFalse();
        File.Exists(Path.Combine(Repository.Root, ".npmrc")).ShouldBeFalse();
    }

    /// <summary>The lines below <c>  name:</c> up to the next service.</summary>
    private static string Block(string dienst)
    {
        var zeilen = Compose.Split('\n').SkipWhile(z => z != $"  {dienst}:").Skip(1).TakeWhile(z => z.Length == 0 || z.StartsWith("    ", StringComparison.Ordinal));
        return string.Join('\n', zeilen);
    }

    [GeneratedRegex(@"^      ([A-Z]\w+): ", RegexOptions.Multiline)]
    private static partial Regex EnvironmentKey();
}
