namespace FallWorkflow.Application.Simulation;

/// <summary>How often each small whole number was counted.</summary>
internal sealed class Haeufigkeit
{
    private readonly List<long> _zahlen = [];
    private long _summe;

    public long Anzahl { get; private set; }

    public double Mean => Anzahl == 0 ? 0 : (double)_summe / Anzahl;

    public void Add(int zahl)
    {
        while (_zahlen.Count <= zahl)
            _zahlen.Add(0);
        _zahlen[zahl]++;
        _summe += zahl;
        Anzahl++;
    }

    /// <summary>The smallest number that at least this share does not exceed.</summary>
    public int Percentile(int prozent)
    {
        long bisher = 0;
        for (var zahl = 0; zahl < _zahlen.Count; zahl++)
        {
            bisher += _zahlen[zahl];
            if (bisher * 100 >= Anzahl * prozent)
                return zahl;
        }

        return 0;
    }

    /// <summary>The range of the sum of so many independent numbers, by adding their distribution to itself.</summary>
    public (int P10, int P90) Times(int mal)
    {
        if (Anzahl == 0)
            return (0, 0);
        var einzeln = _zahlen.Select(z => (double)z / Anzahl).ToArray();
        double[] summe = [1];
        for (var i = 0; i < mal; i++)
        {
            var neu = new double[summe.Length + einzeln.Length - 1];
            for (var a = 0; a < summe.Length; a++)
            {
                for (var b = 0; b < einzeln.Length; b++)
                    neu[a + b] += summe[a] * einzeln[b];
            }

            summe = neu;
        }

        return (At(summe, 0.1), At(summe, 0.9));
    }

    private static int At(double[] verteilung, double anteil)
    {
        var bisher = 0.0;
        for (var zahl = 0; zahl < verteilung.Length; zahl++)
        {
            // The last digits of a sum of many small numbers decide nothing.
            if ((bisher += verteilung[zahl]) >= anteil - 1e-9)
                return zahl;
        }

        return verteilung.Length - 1;
    }
}
