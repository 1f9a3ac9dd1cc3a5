using FallWorkflow.Application.Ports;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>The use case behind the intake as its port describes it: an effect happens once per message id.</summary>
public sealed class FakeEingang : ITraegerEingang
{
    private readonly Gedaechtnis _state = new();
    private readonly List<TraegerNachricht> _calls = [];
    private readonly List<TraegerNachricht> _effects = [];
    private readonly Dictionary<string, string> _owners = [];
    private Func<TraegerNachricht, int, Exception?> _fault = (_, _) => null;

    public IReadOnlyList<TraegerNachricht> Calls => _state.Do(() => _calls.ToList());

    public IReadOnlyList<TraegerNachricht> Effects => _state.Do(() => _effects.ToList());

    public void Own(string zuweisungId, string traegerId) => _state.Do(() => _owners[zuweisungId] = traegerId);

    /// <summary>Makes calls fail; gets the message and the number of its call, from 1.</summary>
    public void FailWith(Func<TraegerNachricht, int, Exception?> fault) => _state.Do(() => _fault = fault);

    public Task UntilEffectsAsync(int count) =>
        _state.UntilAsync(() => _effects.Count >= count, $"{count} effects", () => string.Join("; ", _effects.Select(e => e.Tatsache)));

    public Task UntilCallsAsync(int count) =>
        _state.UntilAsync(() => _calls.Count >= count, $"{count} calls", () => string.Join("; ", _calls.Select(e => e.Tatsache)));

    public Task ReceiveAsync(TraegerNachricht nachricht, CancellationToken cancellation = default)
    {
        var fault = _state.Do(() =>
        {
            _calls.Add(nachricht);
            if (_fault(nachricht, _calls.Count(c => c.NachrichtId == nachricht.NachrichtId)) is { } wanted)
                return wanted;
            if (_owners.GetValueOrDefault(nachricht.ZuweisungId) != nachricht.TraegerId)
                return new NotFoundException("unknown or another partner's");
            if (_effects.All(e => e.NachrichtId != nachricht.NachrichtId))
                _effects.Add(nachricht);
            return null;
        });
        return fault is null ? Task.CompletedTask : Task.FromException(fault);
    }
}
