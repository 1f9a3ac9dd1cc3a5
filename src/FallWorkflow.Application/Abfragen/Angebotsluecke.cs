using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>Help of one kind that is missing in one area, summed over Fälle (R44).</summary>
/// <param name="Gebiet">As first written; capitals and spaces around it make no other area.</param>
/// <param name="Seit">Day since which it has been missing for the first of them.</param>
/// <param name="Faelle">Fälle that missed it in the period.</param>
/// <param name="MittlereTage">Mean days from the day since which it was missing to the day it was found, or else the last day of the period.</param>
/// <param name="Offen">Of these, Fälle that still miss it.</param>
public sealed record Angebotsluecke(Angebotsart Art, string Gebiet, DateOnly Seit, int Faelle, int Offen, double MittlereTage);
