using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.AufgabeStellen</c>: sets a human task and waits for it. The task is completed by a fact
/// (<c>erledigtDurch</c>) or by a chosen result (<c>ergebnisse</c>); the activity leaves by the port of that name where
/// one is drawn, else by <c>Erledigt</c>. Dropping it with a reason (R86) leaves by <c>Entfaellt</c>, else by
/// <c>Erledigt</c>. Where <c>Ueberfaellig</c> is drawn, the flow goes on at 08:00 of the next Werktag after the last day
/// while the task stays open; <see cref="AufgabeAbwarten"/> picks it up again.
/// </summary>
internal sealed class AufgabeStellen : IActivity, IRecomputesDates
{
    public const string Art = "FallWorkflow.AufgabeStellen";

    private const string Erscheinen = "Erscheinen";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "AufgabeStellen",
        [
            Beschreibungen.Eingabe("art", pflicht: true),
            Beschreibungen.Eingabe("titel", pflicht: true),
            Beschreibungen.Eingabe("beschreibung"),
            Beschreibungen.Eingabe("rolle", pflicht: true, auswahl: Domain.Fachkonzepte.Aufgabenrolle.Alle),
            Beschreibungen.Eingabe("erledigtDurch"),
            Beschreibungen.Eingabe("ergebnisse"),
            .. Beschreibungen.Fristeingaben("fristAnker", pflicht: false),
        ],
        Aufgabenwarten.Ports,
        wartet: true,
        Aufgabenwarten.DynamicPorts,
        a => Beschreibungen.PruefeEreignisse(a, "erledigtDurch").Concat(Beschreibungen.PruefeFrist(a, "fristAnker")).Concat(Aufgabenwarten.Pruefe(a)));

    public ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        Aufgabenwarten.WaitForFacts(context);

        // A task that a timer brings appears when people are there.
        var tag = scope.Heute;
        if (!scope.HoltNach && scope.Akteur.Rolle == Rollen.System && (!scope.Kalender.IsWerktag(tag) || Ortszeit.TimeOf(scope.Jetzt) < Ortszeit.Dienstbeginn))
            context.ArmTimer(Erscheinen, AufgabenTermin.TaskOn(scope.Kalender.NextWerktagOnOrAfter(tag)));
        else
            Create(context);
        return ValueTask.CompletedTask;
    }

    public async ValueTask ResumeAsync(IActivityContext context, Resumption resumption)
    {
        if (resumption.TimerName == Erscheinen)
            Create(context);
        else
            await Aufgabenwarten.ResumeAsync(context, resumption);
    }

    public ValueTask CancelAsync(IActivityContext context, string reason) => Aufgabenwarten.DropAsync(context, reason);

    public async ValueTask RecomputeAsync(IActivityContext context)
    {
        if (await Aufgabenwarten.FindAsync(context) is not { Status: Aufgaben.Aufgabenstatus.Offen } aufgabe
            || context.Frist("fristAnker", Fristpunkt.Ende) is not { } regel)
            return;
        if (regel.AnkerAm is not null && aufgabe.Fristregel is { } bisher)
            regel = regel with { AnkerAm = Fristregel.FromJson(bisher).AnkerAm ?? regel.AnkerAm };

        // The day itself moves with the other dates of the Fall, which shows old and new.
        aufgabe.Fristregel = regel.ToJson();
        if (await context.FindTimerAsync(Aufgabenwarten.Ueberfaellig) is not null)
            context.ArmTimer(Aufgabenwarten.Ueberfaellig, context.Scope().Fristen.DueAt(regel), aufgabe.Fristregel);
    }

    private static void Create(IActivityContext context)
    {
        var scope = context.Scope();
        var regel = context.Frist("fristAnker", Fristpunkt.Ende);
        var faelligAm = regel is null ? null : scope.Fristen.Compute(regel)?.LetzterTag;
        var art = context.Required("art");
        var rolle = (Domain.Fachkonzepte.Aufgabenrolle.Fest.Contains(art) ? null : scope.Konzept.Aufgabenrollen?.GetValueOrDefault(art)) ?? context.Required("rolle");
        var aufgabe = new Aufgabe
        {
            Id = Kennung.Of("aufgabe", context.ExecutionId),
            FallId = scope.Fall.Id,
            BueroId = scope.Fall.BueroId,
            Art = art,
            Titel = context.Required("titel"),
            Beschreibung = context.Text("beschreibung"),
            Rolle = rolle,
            ZustaendigId = rolle switch
            {
                Rollen.Fallmanager => scope.Fall.FallmanagerId,
                Rollen.Integrationsfachkraft => scope.Fall.IntegrationsfachkraftId,
                _ => null,
            },
            ErstelltAm = scope.Jetzt,
            FaelligAm = faelligAm,
            Fristregel = regel?.ToJson(),
            Bezug = context.Text("bezug"),
            ErledigtDurch = context.List("erledigtDurch"),
            Ergebnisse = context.List("ergebnisse"),
            InstanceId = context.Instance.Id,
            ExecutionId = context.ExecutionId,
        };
        scope.Uow.Add(aufgabe);
        context.State["aufgabe"] = aufgabe.Id.ToString("N");
        scope.Show(
            Verlaufsarten.AufgabeErstellt, aufgabe.Titel,
            faelligAm is { } letzter ? Texte.Of("AufgabeFaelligBis", letzter.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)) : null,
            aufgabe.Id.ToString());
        Aufgabenwarten.WaitForAufgabe(context, aufgabe);
    }
}
