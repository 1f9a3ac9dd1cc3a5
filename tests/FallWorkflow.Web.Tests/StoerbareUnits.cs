using FallWorkflow.Application.Ports;

namespace FallWorkflow.Web.Tests;

/// <summary>The database that goes away when a test says so.</summary>
public sealed class StoerbareUnits(IUnitOfWorkFactory innen) : IUnitOfWorkFactory
{
    public bool IsAway { get; set; }

    /// <summary>How many of the next units work before the conflicts begin.</summary>
    public int VerschonteUnits { get; set; }

    /// <summary>How many of the next units fail because somebody else was faster.</summary>
    public int Konflikte { get; set; }

    public IUnitOfWork Begin()
    {
        if (IsAway)
            throw new StoreUnavailableException("The test has taken the database away.");
        if (VerschonteUnits > 0)
        {
            VerschonteUnits--;
        }
        else if (Konflikte > 0)
        {
            Konflikte--;
            throw new ConflictException("The test was faster.");
        }

        return innen.Begin();
    }
}
