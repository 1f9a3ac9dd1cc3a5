using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Zugriff;

/// <summary>
/// The one access policy (R88), default deny: what is not allowed here is refused. Whoever may not see a Fall is told
/// that it does not exist; whoever may see it but not act is told so.
/// </summary>
public static class Zugriffspolitik
{
    /// <summary>Whether the person may see the Fall's Akte.</summary>
    public static bool MayRead(Akteur akteur, Fall fall) => akteur.Rolle switch
    {
        Rollen.System => true,

        // A request nobody has taken yet is open to every Fallmanager of the office; a Fall belongs to its Fallmanager.
        Rollen.Fallmanager => SameOffice(akteur, fall) && (fall.FallmanagerId is null || fall.FallmanagerId == akteur.Id),
        Rollen.Teamleitung => SameOffice(akteur, fall),

        // Placement sees what it handed over, until the Fall exists, and again when it is returned.
        Rollen.Integrationsfachkraft => SameOffice(akteur, fall) && fall.IntegrationsfachkraftId == akteur.Id
            && (fall.Status is Fallstatus.Angefragt or Fallstatus.NichtAufgenommen || fall.RueckgabeAm is not null),
        Rollen.Datenschutz => true,
        _ => false,
    };

    public static void RequireRead(Akteur akteur, Fall fall)
    {
        if (!MayRead(akteur, fall))
            throw new NotFoundException(Texte.Of("FallUnbekannt"));
    }

    /// <summary>Whether the person may see the Fall without names, for advice (R83): who may see it anyway, and while the Fallmanager of a Fall that has not ended asks for it, the colleagues of the office.</summary>
    public static bool MayAdvise(Akteur akteur, Fall fall) => MayRead(akteur, fall)
        || (fall.Beratungsfrage is not null && !fall.Status.IsEnded() && akteur.Rolle == Rollen.Fallmanager && SameOffice(akteur, fall));

    /// <summary>Whether the person may open the file of a document of this Fall; its entry is seen with the Akte.</summary>
    public static bool MayOpen(Akteur akteur, Fall fall, Dokument dokument) => MayRead(akteur, fall) && akteur.Rolle switch
    {
        Rollen.Teamleitung => dokument.Sicht != Dokumentsicht.Fallmanagement,
        Rollen.Integrationsfachkraft => dokument.Sicht == Dokumentsicht.Akte,
        _ => true,
    };

    /// <summary>Whether a partner may see this referral: only its own, and only until it is withdrawn.</summary>
    public static bool MayRead(Akteur akteur, Zuweisung zuweisung) =>
        akteur.Rolle == Rollen.Traeger && akteur.TraegerId == zuweisung.TraegerId && zuweisung.Stand is not (Zuweisungsstand.Zurueckgezogen or Zuweisungsstand.Vereinbart or Zuweisungsstand.Abgelehnt or Zuweisungsstand.ErgebnisUebernommen);

    /// <summary>Whether a partner may open this file: only what was released for a referral that it still works on, and never what is about others as well.</summary>
    public static bool MayOpen(Akteur akteur, Zuweisung zuweisung, Dokument dokument) => MayRead(akteur, zuweisung)
        && zuweisung.IstOffen && zuweisung.FreigegebeneDokumente.ContainsKey(dokument.Id) && dokument is { EntferntAm: null, Betrifft: Personenbezug.NurKlient };

    /// <summary>Whose confirmation deletes an Akte (R90).</summary>
    public static bool MayDelete(Akteur akteur) => akteur.Rolle == Rollen.Datenschutz;

    public static void RequireOpen(Akteur akteur, string bueroId, Tatsache anfang)
    {
        if (akteur.Rolle == Rollen.System)
            return;
        if (!TatsachenKatalog.ArtOf(anfang).Rollen.Contains(akteur.Rolle) || akteur.BueroId != bueroId)
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    /// <summary>Who takes over running Fälle of an office: its team lead.</summary>
    public static bool MayTakeOver(Akteur akteur, string bueroId) => akteur.Rolle switch
    {
        Rollen.System => true,
        Rollen.Teamleitung => akteur.BueroId == bueroId,
        _ => false,
    };

    /// <param name="bueroId">Null: of any office.</param>
    public static void RequireTakeOver(Akteur akteur, string? bueroId = null)
    {
        if (!MayTakeOver(akteur, bueroId ?? akteur.BueroId ?? ""))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    public static void RequireRecord(Akteur akteur, Fall fall, Tatsache tatsache)
    {
        if (akteur.Rolle == Rollen.System)
            return;
        if (akteur.Rolle == Rollen.Traeger)
        {
            if (tatsache.Bezug is not { } bezug || !fall.Zuweisungen.TryGetValue(bezug, out var zuweisung) || !MayRead(akteur, zuweisung))
                throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));
        }
        else
        {
            RequireRead(akteur, fall);
        }

        if (!TatsachenKatalog.ArtOf(tatsache).Rollen.Contains(akteur.Rolle))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    public static bool MayComplete(Akteur akteur, Fall fall, Aufgabe aufgabe) =>
        akteur.Rolle == Rollen.System

        // The team lead answers for the work of the office, so no task can be out of everybody's reach; data protection does not belong to it.
        || (akteur.Rolle == Rollen.Teamleitung && SameOffice(akteur, fall) && aufgabe.Rolle != Rollen.Datenschutz)
        || (akteur.Rolle == aufgabe.Rolle && (aufgabe.ZustaendigId is null || aufgabe.ZustaendigId == akteur.Id)
            && (akteur.Rolle == Rollen.Datenschutz || SameOffice(akteur, fall)));

    public static void RequireComplete(Akteur akteur, Fall fall, Aufgabe aufgabe)
    {
        if (MayComplete(akteur, fall, aufgabe))
            return;
        RequireRead(akteur, fall);
        throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    /// <summary>
    /// Who repairs processes: the team lead of the office, and process designers, who see process and cause but not the Fall.
    /// </summary>
    public static bool MayRepair(Akteur akteur, string bueroId) => akteur.Rolle switch
    {
        Rollen.System => true,
        Rollen.Teamleitung => akteur.BueroId == bueroId,
        Rollen.Prozessgestalter => akteur.BueroId is null || akteur.BueroId == bueroId,
        _ => false,
    };

    public static void RequireRepair(Akteur akteur, Fall fall)
    {
        if (MayRepair(akteur, fall.BueroId))
            return;
        RequireRead(akteur, fall);
        throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    /// <summary>Figures over the Fälle of an office (R76–R84): its team lead.</summary>
    public static bool MayEvaluate(Akteur akteur, string bueroId) => akteur.Rolle == Rollen.Teamleitung && akteur.BueroId == bueroId;

    private static bool SameOffice(Akteur akteur, Fall fall) => akteur.BueroId is not null && akteur.BueroId == fall.BueroId;
}
