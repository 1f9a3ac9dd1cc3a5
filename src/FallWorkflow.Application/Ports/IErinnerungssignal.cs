namespace FallWorkflow.Application.Ports;

/// <summary>Wakes the jobs after a commit that added reminders; they would look by themselves a little later.</summary>
public interface IErinnerungssignal
{
    void Ring();
}
