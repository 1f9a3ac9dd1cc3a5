using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Application.Ports;

/// <summary>What a partner reported about a referral, already read as a fact.</summary>
/// <param name="NachrichtId">Id on the wire; the effect happens once per id.</param>
public sealed record TraegerNachricht(Guid NachrichtId, string TraegerId, string ZuweisungId, Tatsache Tatsache, DateOnly Am);
