namespace FallWorkflow.Benchmarks.Last;

/// <summary>Names as frequent and as rare as they are: a few very common ones, many that hardly anybody has.</summary>
internal static class Namen
{
    private static readonly string[] Haeufig =
    [
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Bauer", "Richter", "Klein",
        "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Hartmann", "Lange", "Schmitt", "Werner", "Krause", "Meier", "Lehmann",
        "Yılmaz", "Kaya", "Demir", "Şahin", "Çelik", "Öztürk", "Nguyễn", "Kowalski", "Nowak", "Ivanov", "Hussein", "Al-Ahmad", "Popović", "Kovačević",
    ];

    private static readonly string[] Anfaenge =
    [
        "Acker", "Alten", "Bach", "Berg", "Birken", "Blumen", "Brand", "Buchen", "Burg", "Dorn", "Eber", "Eich", "Eisen", "Feld", "Freuden", "Gold", "Grün", "Hagen", "Hammer",
        "Heiden", "Hirsch", "Hohen", "Holz", "Kalten", "Kirch", "König", "Kron", "Lauter", "Linden", "Löwen", "Mühl", "Neuen", "Ober", "Oster", "Rosen", "Roth", "Sand", "Schön",
        "Silber", "Sommer", "Stein", "Tannen", "Unter", "Vogel", "Wald", "Weiden", "Wein", "Weiß", "Winter", "Ziegen",
    ];

    private static readonly string[] Enden =
    [
        "au", "bach", "baum", "beck", "berg", "berger", "born", "brink", "burg", "dorf", "eck", "feld", "garten", "hagen", "haus", "heim", "hof", "horst", "kamp", "mann", "meier",
        "müller", "reich", "rode", "stein", "stett", "tal", "thaler", "wald", "weg",
    ];

    private static readonly string[] Vornamen =
    [
        "Maria", "Anna", "Ayşe", "Fatma", "Sabine", "Petra", "Claudia", "Julia", "Katharina", "Lena", "Sophie", "Zeynep", "Natalia", "Olga", "Jana", "Birgit", "Ute", "Jürgen", "Michael",
        "Andreas", "Thomas", "Mehmet", "Ali", "Ahmed", "Sergej", "Jörg", "Björn", "Sven", "Tobias", "Florian", "Lukas", "Jan", "Günther", "Horst", "Piotr", "Đorđe", "René", "André", "Mustafa", "Kevin",
    ];

    public static string Vorname(Random zufall) => Vornamen[Skewed(zufall, Vornamen.Length)];

    public static string Nachname(Random zufall) => zufall.Next(100) switch
    {
        < 35 => Haeufig[Skewed(zufall, Haeufig.Length)],
        < 92 => Selten(zufall),
        _ => $"{Haeufig[Skewed(zufall, Haeufig.Length)]}-{Selten(zufall)}",
    };

    private static string Selten(Random zufall) => Anfaenge[zufall.Next(Anfaenge.Length)] + Enden[zufall.Next(Enden.Length)];

    private static int Skewed(Random zufall, int anzahl) => (int)(anzahl * Math.Pow(zufall.NextDouble(), 2));
}
