namespace FallWorkflow.Application.Versionen;

/// <summary>An ordered move and how many of its Fälle are in which state.</summary>
public sealed record Wechselstatus(Wechsel Wechsel, IReadOnlyDictionary<Wechselstand, int> Zahlen)
{
    public int Gesamt => Zahlen.Values.Sum();

    /// <summary>Fälle whose turn is still to come, of the move or of its undo.</summary>
    public int Offen => Of(Wechselstand.Offen) + Of(Wechselstand.RuecknahmeOffen);

    /// <summary>Somebody is at it, or will be in a moment.</summary>
    public bool Laeuft => Wechsel is { Arbeitet: true, AngehaltenAm: null };

    public int Of(Wechselstand stand) => Zahlen.GetValueOrDefault(stand);
}
