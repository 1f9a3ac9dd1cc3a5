using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Commits;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.UnitsOfWork;

internal sealed class UnitOfWorkFactory(RowDatabase database, CommitQueue commits, Nummernkreis nummern) : IUnitOfWorkFactory
{
    public IUnitOfWork Begin() => new UnitOfWork(new RowSession(database), commits, nummern);
}
