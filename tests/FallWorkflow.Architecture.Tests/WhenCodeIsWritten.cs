using System.Text.RegularExpressions;

namespace FallWorkflow.Architecture.Tests;

public partial class WhenCodeIsWritten
{
    [Fact]
    public void No_file_grows_beyond_400_lines() =>
        Repository.Sources("src", "tests").Where(f => File.ReadLines(f).Count() > 400).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void No_type_is_a_manager_helper_or_utility() =>
        Repository.Sources("src").Select(Path.GetFileNameWithoutExtension)
            .Where(n => n!.EndsWith("Manager", StringComparison.Ordinal) || n.EndsWith("Helper", StringComparison.Ordinal) || n.EndsWith("Utils", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Identifiers_and_file_names_have_no_umlauts()
    {
        Repository.Sources("src", "tests").Where(f => Umlaut().IsMatch(Path.GetFileName(f))).Select(Repository.Relative).ShouldBeEmpty();
        Repository.Sources("src").Where(f => File.ReadLines(f).Any(z => Declaration().IsMatch(z))).Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Time_comes_from_the_TimeProvider_only() =>
        Repository.Sources("src").Where(f => File.ReadLines(f).Any(z => Clock().IsMatch(z))).Select(Repository.Relative).ShouldBeEmpty();

    /// <summary>Every Frist is data of the concept or of a process.</summary>
    [Fact]
    public void No_Frist_stands_as_a_literal_in_the_code() =>
        Repository.Sources("src").Where(f => File.ReadLines(f).Any(z => !z.TrimStart().StartsWith("//", StringComparison.Ordinal) && FristLiteral().IsMatch(z)))
            .Select(Repository.Relative)
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Repository.Sources("src", "tests").Where(f => Path.GetFileName(f) != "WhenCodeIsWritten.cs" && File.ReadLines(f).Any(z => Unfinished().IsMatch(z)))
            .Select(Repository.Relative).ShouldBeEmpty();

    /// <summary>Purpose, where to begin, and what it must not know.</summary>
    [Fact]
    public void Every_project_says_what_it_is_for_and_what_it_must_not_know()
    {
        var ordner = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Where(o => Directory.EnumerateFiles(o, "*.csproj").Any()).ToList();
        ordner.Count.ShouldBeGreaterThan(11);
        ordner.Where(o => !File.Exists(Path.Combine(o, "README.md")) || !MustNotKnow().IsMatch(File.ReadAllText(Path.Combine(o, "README.md"))))
            .Select(Repository.Relative).ShouldBeEmpty();
    }

    [GeneratedRegex("must not (know|hold)", RegexOptions.IgnoreCase)]
    private static partial Regex MustNotKnow();

    [GeneratedRegex("[äöüÄÖÜß]")]
    private static partial Regex Umlaut();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface|void|var|string|int|bool|Task)\s+\w*[äöüÄÖÜß]\w*\b(?!"")", RegexOptions.None)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|Thread\.Sleep\(")]
    private static partial Regex Clock();

    [GeneratedRegex(@"""\d+ (Tage?|Wochen?|Monate?|Werktage?)""")]
    private static partial Regex FristLiteral();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|Assert\.True\(true\)|Skip\s*=\s*""")]
    private static partial Regex Unfinished();
}
