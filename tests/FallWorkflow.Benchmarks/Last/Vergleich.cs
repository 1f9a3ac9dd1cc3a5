using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>Floor and engine by turns on the same database, so that both see the same machine.</summary>
/// <param name="Rows">Row changes per burst.</param>
internal sealed record Vergleich(Ergebnis Floor, Ergebnis Engine, int Rows)
{
    public double Ratio => Engine.Rate / Floor.Rate;

    public static async Task<Vergleich> RunAsync(Datenbank datenbank, ILast last, int callers, int connections, TimeSpan turn, int rounds)
    {
        await using var handarbeit = await last.ByHandAsync(datenbank, connections);
        var warm = TimeSpan.FromSeconds(Math.Min(4, turn.TotalSeconds));
        await Messung.RunAsync(callers, warm, last.CallAsync);
        await Messung.RunAsync(connections, warm / 2, _ => handarbeit.CallAsync(_));
        var floor = new List<Ergebnis>();
        var engine = new List<Ergebnis>();
        for (var round = 0; round < rounds; round++)
        {
            floor.Add(await Messung.RunAsync(connections, turn, handarbeit.CallAsync));
            engine.Add(await Messung.RunAsync(callers, turn, last.CallAsync));
        }

        return new(Ergebnis.MiddleOf(floor), Ergebnis.MiddleOf(engine), handarbeit.Rows);
    }
}
