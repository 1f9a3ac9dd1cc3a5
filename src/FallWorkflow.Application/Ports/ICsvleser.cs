using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Ports;

/// <summary>Reads tables as spreadsheets of German offices write them: semicolons or commas, UTF-8 or Windows-1252. Empty lines are left out.</summary>
public interface ICsvleser
{
    /// <exception cref="InvalidInputException">It is no such table; the message says why and what to do.</exception>
    Csvtabelle Read(byte[] datei);
}
