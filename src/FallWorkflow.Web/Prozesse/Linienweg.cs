using System.Globalization;

namespace FallWorkflow.Web.Prozesse;

/// <summary>The way of a line between two steps, from the edges that look at each other.</summary>
/// <param name="Pfad">As SVG writes it; ends a little before the end, where the arrow begins.</param>
/// <param name="Richtung">In which the line comes in: one of the four.</param>
/// <param name="Mitte">Where its text stands.</param>
internal sealed record Linienweg(string Pfad, (double X, double Y) Ende, (int X, int Y) Richtung, (double X, double Y) Mitte)
{
    /// <summary>How far a line to a step behind others leaves their row, in pixels.</summary>
    private const double Bauch = 66;

    public static Linienweg Of(Bildlinie linie, Bildschritt von, Bildschritt nach)
    {
        if (linie.Punkte.Count > 0)
            return Bent(linie, von, nach);
        if (von.Id == nach.Id)
            return Curve((von.X + von.Breite, von.Y + von.Hoehe / 2), (1, 0), (nach.X + nach.Breite / 2, nach.Y + nach.Hoehe), (0, -1), 70);
        var vorwaerts = nach.X >= von.X + von.Breite;
        var rueckwaerts = nach.X + nach.Breite <= von.X;
        if (!vorwaerts && !rueckwaerts)
        {
            return nach.Y >= von.Y
                ? Curve((von.X + von.Breite / 2, von.Y + von.Hoehe), (0, 1), (nach.X + nach.Breite / 2, nach.Y), (0, 1))
                : Curve((von.X + von.Breite / 2, von.Y), (0, -1), (nach.X + nach.Breite / 2, nach.Y + nach.Hoehe), (0, -1));
        }

        // In the same row but not beside each other, others may stand between: the line goes round below them.
        var luecke = vorwaerts ? nach.X - von.X - von.Breite : von.X - nach.X - nach.Breite;
        if (Math.Abs(von.Y - nach.Y) < von.Hoehe && luecke > 1.2 * von.Breite)
            return Below(von, nach);
        return vorwaerts
            ? Curve((von.X + von.Breite, von.Y + von.Hoehe / 2), (1, 0), (nach.X, nach.Y + nach.Hoehe / 2), (1, 0))
            : Curve((von.X, von.Y + von.Hoehe / 2), (-1, 0), (nach.X + nach.Breite, nach.Y + nach.Hoehe / 2), (-1, 0));
    }

    private static Linienweg Curve((double X, double Y) a, (int X, int Y) hinaus, (double X, double Y) b, (int X, int Y) hinein, double mindestens = 24)
    {
        var weit = Math.Max(mindestens, hinaus.X != 0 ? Math.Abs(b.X - a.X) / 2 : Math.Abs(b.Y - a.Y) / 2);
        return new(
            $"M{Z(a.X)} {Z(a.Y)}C{Z(a.X + hinaus.X * weit)} {Z(a.Y + hinaus.Y * weit)} {Z(b.X - hinein.X * weit)} {Z(b.Y - hinein.Y * weit)} {Z(b.X - 8 * hinein.X)} {Z(b.Y - 8 * hinein.Y)}",
            b, hinein, ((a.X + b.X) / 2, (a.Y + b.Y) / 2 + (hinaus.X == 0 ? 4 : -6)));
    }

    private static Linienweg Below(Bildschritt von, Bildschritt nach)
    {
        var (x1, y1) = (von.X + von.Breite / 2, von.Y + von.Hoehe);
        var (x2, y2) = (nach.X + nach.Breite / 2, nach.Y + nach.Hoehe);
        var tief = Math.Max(y1, y2) + Bauch;
        return new($"M{Z(x1)} {Z(y1)}C{Z(x1)} {Z(tief)} {Z(x2)} {Z(tief)} {Z(x2)} {Z(y2 + 8)}", (x2, y2), (0, -1), ((x1 + x2) / 2, tief - Bauch / 4 - 4));
    }

    private static Linienweg Bent(Bildlinie linie, Bildschritt von, Bildschritt nach)
    {
        var (a, b) = ((X: von.X + von.Breite, Y: von.Y + von.Hoehe / 2), (X: nach.X, Y: nach.Y + nach.Hoehe / 2));
        var knick = linie.Punkte[linie.Punkte.Count / 2];
        return new($"M{Z(a.X)} {Z(a.Y)}{string.Concat(linie.Punkte.Select(p => $"L{Z(p.X)} {Z(p.Y)}"))}L{Z(b.X - 8)} {Z(b.Y)}", b, (1, 0), (knick.X, knick.Y - 6));
    }

    private static string Z(double wert) => Math.Round(wert, 1).ToString(CultureInfo.InvariantCulture);
}
