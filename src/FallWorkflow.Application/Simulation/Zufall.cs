using System.Text;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Chance that depends on the seed, the number of the Fall and what is asked for, and on nothing else: neither on the order of
/// the questions nor on the machine. So a changed process meets the same chance as the one it is compared with.
/// </summary>
internal sealed class Zufall(int seed, int fallnr)
{
    private readonly ulong _anfang = Mix(((ulong)(uint)seed << 32) | (uint)fallnr);

    /// <summary>Whether something of this share happens.</summary>
    /// <param name="prozent">0 (never) to 100 (always).</param>
    public bool Trifft(string frage, int prozent) => Draw(frage, 0, 99) < prozent;

    /// <summary>A whole number, both ends included, all equally likely.</summary>
    public int Draw(string frage, int von, int bis)
    {
        var wert = _anfang;
        foreach (var b in Encoding.UTF8.GetBytes(frage))
            wert = (wert ^ b) * 0x100000001b3;
        return von + (int)(Mix(wert) % (ulong)(bis - von + 1));
    }

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong z)
    {
        z += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
