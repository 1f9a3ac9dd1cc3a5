namespace FallWorkflow.Domain.Faelle;

/// <summary>What an appointment is for, in words that say nothing about the client: they stand in calendar files and reminders.</summary>
public enum Terminzweck
{
    Gespraech,
    ErstesGespraech,
    Planbesprechung,
    GemeinsamesGespraech,
    Begleitung,
}
