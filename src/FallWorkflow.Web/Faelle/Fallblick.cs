using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Web.Faelle;

/// <summary>A Fall as a page reads it, with what is needed to compute its dates.</summary>
internal sealed record Fallblick(Fall Fall, Buero Buero, Fachkonzept Konzept, IReadOnlyList<Aufgabe> OffeneAufgaben, DateOnly Heute)
{
    public Arbeitskalender Kalender { get; } = Arbeitskalender.For(Buero.Land, Buero.LokaleFeiertage);

    public Fristenplan Fristen => new(Fall, Konzept, Kalender);

    public string Titel => $"{Fall.Person?.Name ?? Seitentexte.T("Fall.OhneName")} ({Fall.Nummer})";
}
