namespace FallWorkflow.Application.Ports;

public interface IUnitOfWorkFactory
{
    IUnitOfWork Begin();
}
