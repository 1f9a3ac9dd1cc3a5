using FsCheck;
using FsCheck.Fluent;

namespace FallWorkflow.Engine.Tests.Random;

/// <summary>Random blocks, and how to make a failing one smaller.</summary>
internal static class Blocks
{
    /// <summary>Joins that wait for whoever comes; with them every line has its count.</summary>
    public static Arbitrary<Block> Countable { get; } = Arb.From(Gen.Sized(size => Any(Math.Min(size, 12), ["WaitAll", "WaitAllActive"])), Smaller);

    /// <summary>WaitAny among them: what the losing branches write depends on who is first.</summary>
    public static Arbitrary<Block> Racing { get; } = Arb.From(Gen.Sized(size => Any(Math.Min(size, 12), ["WaitAll", "WaitAllActive", "WaitAny"])), Smaller);

    private static Gen<Block> Any(int size, string[] joins)
    {
        var leaf = Gen.Elements<Block>(new Block.Line(), new Block.Wait());
        if (size <= 1)
            return leaf;
        var half = Any(size / 2, joins);
        return Gen.OneOf(
            leaf,
            half.Two().Select(p => (Block)new Block.Then(p.Item1, p.Item2)),
            half.Two().SelectMany(p => Gen.Elements(joins).Select(j => (Block)new Block.Fork(p.Item1, p.Item2, j))),
            half.Two().SelectMany(p => Gen.Elements(true, false).Select(t => (Block)new Block.Decision(t, p.Item1, p.Item2))),
            half.SelectMany(b => Gen.Choose(1, 3).Select(r => (Block)new Block.Loop(r, b))),
            half.Select(b => (Block)new Block.Nested(b)),
            half.Two().SelectMany(p => Gen.Elements("Parallel", "Fork").Select(c => (Block)new Block.AtOnce(p.Item1, p.Item2, c))),
            half.SelectMany(b => Gen.Choose(0, 3).Select(i => (Block)new Block.ForEach(i, b))));
    }

    private static IEnumerable<Block> Smaller(Block block) => block switch
    {
        Block.Then t => [t.First, t.Second, .. Smaller(t.First).Select(x => t with { First = x }), .. Smaller(t.Second).Select(x => t with { Second = x })],
        Block.Fork f => [f.Left, f.Right, .. Smaller(f.Left).Select(x => f with { Left = x }), .. Smaller(f.Right).Select(x => f with { Right = x })],
        Block.Decision d => [d.True, d.False, .. Smaller(d.True).Select(x => d with { True = x }), .. Smaller(d.False).Select(x => d with { False = x })],
        Block.Loop l => [l.Body, .. l.Rounds > 1 ? [l with { Rounds = l.Rounds - 1 }] : Array.Empty<Block>(), .. Smaller(l.Body).Select(x => l with { Body = x })],
        Block.AtOnce p => [p.Left, p.Right, .. Smaller(p.Left).Select(x => p with { Left = x }), .. Smaller(p.Right).Select(x => p with { Right = x })],
        Block.Nested n => [n.Inside, .. Smaller(n.Inside).Select(x => n with { Inside = x })],
        Block.ForEach e => [e.Body, .. e.Items > 0 ? [e with { Items = e.Items - 1 }] : Array.Empty<Block>(), .. Smaller(e.Body).Select(x => e with { Body = x })],
        Block.Wait => [new Block.Line()],
        _ => [],
    };
}
