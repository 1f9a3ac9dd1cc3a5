using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.UnitsOfWork;

internal sealed class EfUnitOfWorkFactory(
    IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, Nummernkreis nummern, IFaultPoints? faults = null) : IUnitOfWorkFactory
{
    public IUnitOfWork Begin() => new EfUnitOfWork(contexts.CreateDbContext(), guard, nummern, faults);
}
