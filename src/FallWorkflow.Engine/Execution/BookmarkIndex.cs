namespace FallWorkflow.Engine.Execution;

/// <summary>Bookmarks in the order they were set, found by stimulus and correlation or by instance.</summary>
internal sealed class BookmarkIndex
{
    private readonly Dictionary<string, (Bookmark Bookmark, long Order)> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<string>>> _byStimulus = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byInstance = new(StringComparer.Ordinal);
    private long _order;

    public IReadOnlyCollection<Bookmark> All => [.. _all.Values.OrderBy(x => x.Order).Select(x => x.Bookmark)];

    public List<Bookmark> Find(string stimulus, string? key, string? correlationId)
    {
        if (!_byStimulus.TryGetValue(stimulus, out var byCorrelation))
            return [];
        IEnumerable<string> ids = correlationId is null
            ? byCorrelation.Values.SelectMany(x => x)
            : byCorrelation.TryGetValue(correlationId, out var found) ? found : [];
        return [.. ids.Select(id => _all[id])
            .Where(x => x.Bookmark.Key is null || x.Bookmark.Key == key)
            .OrderBy(x => x.Bookmark.CreatedAt).ThenBy(x => x.Order)
            .Select(x => x.Bookmark)];
    }

    public List<Bookmark> OfInstance(string instanceId) =>
        _byInstance.TryGetValue(instanceId, out var ids) ? [.. ids.Select(id => _all[id].Bookmark)] : [];

    public void Add(Bookmark bookmark)
    {
        _all.Add(bookmark.Id, (bookmark, ++_order));
        if (!_byStimulus.TryGetValue(bookmark.Stimulus, out var byCorrelation))
            _byStimulus[bookmark.Stimulus] = byCorrelation = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Put(byCorrelation, bookmark.CorrelationId ?? "", bookmark.Id);
        Put(_byInstance, bookmark.InstanceId, bookmark.Id);
    }

    public bool Remove(Bookmark bookmark)
    {
        if (!_all.Remove(bookmark.Id))
            return false;
        var byCorrelation = _byStimulus[bookmark.Stimulus];
        Take(byCorrelation, bookmark.CorrelationId ?? "", bookmark.Id);
        if (byCorrelation.Count == 0)
            _byStimulus.Remove(bookmark.Stimulus);
        Take(_byInstance, bookmark.InstanceId, bookmark.Id);
        return true;
    }

    private static void Put(Dictionary<string, List<string>> index, string key, string id)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(id);
    }

    private static void Take(Dictionary<string, List<string>> index, string key, string id)
    {
        if (!index.TryGetValue(key, out var list))
            return;
        list.Remove(id);
        if (list.Count == 0)
            index.Remove(key);
    }
}
