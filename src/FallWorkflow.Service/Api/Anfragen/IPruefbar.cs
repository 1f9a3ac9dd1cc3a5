using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Service.Api.Anfragen;

/// <summary>A body that can say itself what is wrong with it.</summary>
internal interface IPruefbar
{
    IEnumerable<Eingabefehler> Validate();
}
