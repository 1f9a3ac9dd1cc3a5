using System.Globalization;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Tests.Random;

/// <summary>A piece of a flowchart that is entered once and left once, so that what must run can be counted from the drawing.</summary>
internal abstract record Block
{
    /// <summary>A line that is written.</summary>
    public sealed record Line : Block;

    /// <summary>A wait for an event of its own.</summary>
    public sealed record Wait : Block;

    public sealed record Then(Block First, Block Second) : Block;

    /// <summary>Branches that meet in a FlowJoin of this mode.</summary>
    public sealed record Fork(Block Left, Block Right, string Join) : Block;

    /// <summary>A decision that takes one side; both meet again without a join.</summary>
    public sealed record Decision(bool Takes, Block True, Block False) : Block;

    /// <summary>The body runs this many times (at least once); a decision leads back to its head.</summary>
    public sealed record Loop(int Rounds, Block Body) : Block;

    /// <summary>A flowchart inside the flowchart.</summary>
    public sealed record Nested(Block Inside) : Block;

    /// <summary>Two flowcharts at once inside a container, Parallel or Fork, that waits for both.</summary>
    public sealed record AtOnce(Block Left, Block Right, string Container) : Block;

    /// <summary>A flowchart as the body of ForEach.</summary>
    public sealed record ForEach(int Items, Block Body) : Block;
}

/// <summary>Draws a block as a definition and counts what has to be written.</summary>
internal sealed class Drawing
{
    private int _next;

    /// <summary>How often each line must be written.</summary>
    public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

    public static (FlowBuilder Flow, Dictionary<string, int> Lines) Of(Block block)
    {
        var drawing = new Drawing();
        var flow = new FlowBuilder("random");
        drawing.Whole(flow, block, 1);
        foreach (var variable in drawing._variables)
            flow.Variable(variable, "Int32", "0");
        return (flow, drawing.Lines);
    }

    private readonly List<string> _variables = [];

    private void Whole(FlowBuilder flow, Block block, int times)
    {
        flow.Step("Begin" + Number(), "Start");
        var begin = flow.LastId;
        var (first, _) = Draw(flow, block, times);
        flow.Connect($"{begin}>{first}");
    }

    // Returns the ids by which the block is entered and left; a block is always left by Done.
    private (string In, string Out) Draw(FlowBuilder flow, Block block, int times)
    {
        var n = Number();
        switch (block)
        {
            case Block.Wait:
                flow.Event("E" + n, "event" + n);
                Line(flow, "L" + n, times);
                flow.Connect($"E{n}>L{n}");
                return ("E" + n, "L" + n);
            case Block.Then then:
                var (a, b) = (Draw(flow, then.First, times), Draw(flow, then.Second, times));
                flow.Connect($"{a.Out}>{b.In}");
                return (a.In, b.Out);
            case Block.Fork fork:
                flow.Step("F" + n, "FlowFork", ("branches", "obj:[\"L\",\"R\"]"));
                var (l, r) = (Draw(flow, fork.Left, times), Draw(flow, fork.Right, times));
                flow.Step("J" + n, "FlowJoin", ("mode", fork.Join));
                flow.Connect($"F{n}.L>{l.In} F{n}.R>{r.In} {l.Out}>J{n} {r.Out}>J{n}");
                return ("F" + n, "J" + n);
            case Block.Decision decision:
                flow.Step("D" + n, "FlowDecision", ("condition", decision.Takes ? "true" : "false"));
                var (t, f) = (Draw(flow, decision.True, decision.Takes ? times : 0), Draw(flow, decision.False, decision.Takes ? 0 : times));
                Line(flow, "M" + n, times);
                flow.Connect($"D{n}.True>{t.In} D{n}.False>{f.In} {t.Out}>M{n} {f.Out}>M{n}");
                return ("D" + n, "M" + n);
            case Block.Loop loop:
                _variables.Add("n" + n);
                Set(flow, "I" + n, "n" + n, "0");
                Set(flow, "H" + n, "n" + n, $"getN{n}() + 1");
                var body = Draw(flow, loop.Body, times * loop.Rounds);
                flow.Step("D" + n, "FlowDecision", ("condition", $"js:getN{n}() < {loop.Rounds.ToString(CultureInfo.InvariantCulture)}"));
                Line(flow, "O" + n, times);
                flow.Connect($"I{n}>{body.In} {body.Out}>H{n} H{n}>D{n} D{n}.True>{body.In} D{n}.False>O{n}");
                return ("I" + n, "O" + n);
            case Block.Nested nested:
                flow.Step("N" + n, "Flowchart").Also(a => Inside(a, nested.Inside, times));
                return ("N" + n, "N" + n);
            case Block.AtOnce both:
                flow.Step("P" + n, both.Container).Also(a =>
                {
                    JsonObject[] branches = [Branch("PL" + n, both.Left, times), Branch("PR" + n, both.Right, times)];
                    a[both.Container == "Fork" ? "branches" : "activities"] = new JsonArray([.. branches]);
                    a["joinMode"] = "WaitAll";
                });
                return ("P" + n, "P" + n);
            case Block.ForEach each:
                flow.Step("X" + n, "ForEach", ("items", $"js:[{string.Join(',', Enumerable.Range(0, each.Items))}]"))
                    .Also(a => a["body"] = Branch("B" + n, each.Body, times * each.Items));
                return ("X" + n, "X" + n);
            default:
                Line(flow, "L" + n, times);
                return ("L" + n, "L" + n);
        }
    }

    private JsonObject Branch(string id, Block block, int times)
    {
        var branch = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = "Elsa.Flowchart" };
        Inside(branch, block, times);
        return branch;
    }

    private void Inside(JsonObject container, Block block, int times)
    {
        var inner = new FlowBuilder("inner");
        Whole(inner, block, times);
        var root = inner.Json()["root"]!;
        container["activities"] = root["activities"]!.DeepClone();
        container["connections"] = root["connections"]!.DeepClone();
    }

    private void Line(FlowBuilder flow, string id, int times)
    {
        flow.Line(id, id);
        if (times > 0)
            Lines[id] = times;
    }

    private static void Set(FlowBuilder flow, string id, string variable, string script) =>
        flow.Step(id, "SetVariable", ("value", "js:" + script)).Also(a => a["variable"] = new JsonObject { ["id"] = variable });

    private string Number() => (++_next).ToString(CultureInfo.InvariantCulture);
}
