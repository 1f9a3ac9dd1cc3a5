namespace FallWorkflow.Domain.Kalender;

/// <summary>Easter Sunday of the Gregorian calendar.</summary>
internal static class Ostern
{
    /// <summary>Anonymous Gregorian algorithm (Meeus, Jones, Butcher): valid for every year from 1583 without exceptions.</summary>
    internal static DateOnly Sonntag(int jahr)
    {
        var a = jahr % 19;
        var b = jahr / 100;
        var c = jahr % 100;
        var d = b / 4;
        var e = b % 4;
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var i = c / 4;
        var k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(jahr, n / 31, (n % 31) + 1);
    }
}
