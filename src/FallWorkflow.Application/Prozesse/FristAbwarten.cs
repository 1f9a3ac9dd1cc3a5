using FallWorkflow.Application.Fristen;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.FristAbwarten</c>: waits until a period that counts from a fact has come to the chosen point, or until
/// one of the events happens. Its timer follows every change of anchor, agreement, pause and concept.
/// </summary>
internal sealed class FristAbwarten : IActivity, IRecomputesDates
{
    public const string Abgelaufen = "Abgelaufen";

    private const string Timer = "Frist";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "FristAbwarten",
        [
            .. Beschreibungen.Fristeingaben("anker", pflicht: true),
            Beschreibungen.Eingabe("punkt", auswahl: Enum.GetNames<Fristpunkt>()),
            Beschreibungen.Eingabe("vorlaufParameter", auswahl: Domain.Fachkonzepte.Fachkonzept.Parameter.ToList()),
            Beschreibungen.Eingabe("vorlaufWert"),
            Beschreibungen.Eingabe("abbruchBei"),
        ],
        [Abgelaufen],
        wartet: true,
        a => Beschreibungen.Liste(a, "abbruchBei"),
        a => Beschreibungen.PruefeFrist(a, "anker").Concat(Beschreibungen.PruefeEreignisse(a, "abbruchBei")).Concat(Pruefe(a)));

    public ValueTask ExecuteAsync(IActivityContext context)
    {
        var punkt = Enum.Parse<Fristpunkt>(context.Text("punkt") ?? nameof(Fristpunkt.Beginn));
        var regel = context.Frist("anker", punkt) ?? throw new ProzessfehlerException(Texte.Of("EingabeFehlt", context.Activity.DisplayText, "anker"));
        context.ArmTimer(Timer, context.Scope().Fristen.DueAt(regel), regel.ToJson());
        foreach (var ereignis in context.List("abbruchBei"))
            context.WaitFor(ereignis, context.Text("bezug"));
        return ValueTask.CompletedTask;
    }

    public ValueTask ResumeAsync(IActivityContext context, Resumption resumption) =>
        context.CompleteAsync(resumption.Stimulus?.Name ?? Abgelaufen);

    public async ValueTask RecomputeAsync(IActivityContext context)
    {
        if (await context.FindTimerAsync(Timer) is not { Rule: { } bisher } timer)
            return;
        var punkt = Enum.Parse<Fristpunkt>(context.Text("punkt") ?? nameof(Fristpunkt.Beginn));
        if (context.Frist("anker", punkt) is not { } regel)
            return;

        // A period that counts from the moment it began goes on counting from there.
        regel = regel with { AnkerAm = regel.AnkerAm is null ? null : Fristregel.FromJson(bisher).AnkerAm ?? regel.AnkerAm };
        var faellig = context.Scope().Fristen.DueAt(regel);
        if (faellig != timer.DueAt || regel.ToJson() != bisher)
            context.ArmTimer(Timer, faellig, regel.ToJson());
    }

    private static IEnumerable<ActivityProblem> Pruefe(Engine.Definitions.ActivityDefinition aktivitaet)
    {
        if (Beschreibungen.Literal(aktivitaet, "punkt") == nameof(Fristpunkt.Vorher)
            && !aktivitaet.Inputs.ContainsKey("vorlaufParameter") && !aktivitaet.Inputs.ContainsKey("vorlaufWert"))
        {
            yield return new(Texte.Of("Problem.VorlaufFehlt"), Texte.Of("Abhilfe.VorlaufFehlt"), "vorlaufParameter");
        }
    }
}
