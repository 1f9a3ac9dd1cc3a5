using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
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
            case WorkflowTimer timer:
                // A moved timer is a new one to its former owner: whoever holds a lease on the old instant is fenced off.
                timer.Fence++;
                timer.LeaseOwner = null;
                timer.LeaseUntil = null;
                timer.Attempts = 0;
                timer.LastError = null;
                timer.ParkedAt = null;
                return true;
            case ScheduleTrigger trigger:
                trigger.Fence++;
                trigger.LeaseOwner = null;
                trigger.LeaseUntil = null;
                trigger.Attempts = 0;
                trigger.LastError = null;
                trigger.ParkedAt = null;
                return true;
            default:
                return false;
        }
    }
}
