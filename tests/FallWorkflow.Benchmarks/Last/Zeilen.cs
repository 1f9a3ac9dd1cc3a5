namespace FallWorkflow.Benchmarks.Last;

/// <summary>Row changes of one burst, apart from the journal, whose lines are counted.</summary>
internal sealed record Zeilen(
    int Instanzen, int LesezeichenWeg, int LesezeichenNeu, int AufgabenNeu, int AufgabenGeaendert = 0, int Fallkopf = 0, int Eintraege = 0, int Verlauf = 0)
{
    public int Sum(int journal) => Instanzen + LesezeichenWeg + LesezeichenNeu + AufgabenNeu + AufgabenGeaendert + Fallkopf + Eintraege + Verlauf + journal;
}
