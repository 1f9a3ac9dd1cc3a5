using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Persistence.Rows;

/// <summary>The versions that grow with every change of an object.</summary>
internal static class RowVersions
{
    /// <summary>Raises the version of a changed object; false if its type has none of its own.</summary>
    public static bool Raise(object entity)
    {
        switch (entity)
        {
            case WorkflowInstance instance:
                instance.RowVersion++;
                return true;
            case Aufgabe aufgabe:
                aufgabe.Version++;
                return true;
            case Erinnerung erinnerung:
                erinnerung.Version++;
                return true;
            case Wechselfall wechselfall:
                wechselfall.Version++;
                return true;
            case WorkflowTimer or ScheduleTrigger:
                // What is moved is new to its former owner: whoever holds a lease on the old instant is fenced off.
                var leased = (ILeased)entity;
                leased.Fence++;
                leased.LeaseOwner = null;
                leased.LeaseUntil = null;
                leased.Attempts = 0;
                leased.LastError = null;
                leased.ParkedAt = null;
                return true;
            default:
                return false;
        }
    }
}
