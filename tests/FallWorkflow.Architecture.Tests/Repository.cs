namespace FallWorkflow.Architecture.Tests;

/// <summary>The repository the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Sources(params string[] ordner) => ordner
        .SelectMany(o => Files(o, "*.cs"))
        .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>Files that people write, not those of a build.</summary>
    public static IEnumerable<string> Files(string ordner, string muster) =>
        Directory.EnumerateFiles(Path.Combine(Root, ordner), muster, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    public static string Relative(string datei) => Path.GetRelativePath(Root, datei);

    private static string Find()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return ordner;
    }
}
