using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <summary>Only what is in the Akte, and only on the day it concerns or later, can have been discussed.</summary>
internal sealed class BesprochenesMussBestehen(Fall fall, IReadOnlyList<Guid>? eintraege, DateOnly am) : IRegel
{
    public bool IsBroken => eintraege?.Any(id => fall.Akte.FirstOrDefault(e => e.Id == id) is not { } eintrag || eintrag.WirksamAm > am) == true;

    public string Quelle => "R24";

    public string? Feld => "besprochen";
}
