using Superintel.Prediction.FeatureStore.Ports;

namespace Superintel.Prediction.FeatureStore.Memory;

/// <summary>Feature vectors in memory, bounded per subject: the oldest observations leave first.</summary>
/// <param name="capacity">Vectors kept per schema and subject.</param>
public sealed class MemoryFeatureStore(int capacity = 10_000) : IFeatureStore
{
    private readonly Dictionary<string, FeatureSchema> schemas = [];
    private readonly Dictionary<string, FeatureVector> byId = [];
    private readonly Dictionary<(string Schema, string Subject), SortedList<(DateTimeOffset, DateTimeOffset), FeatureVector>> series = [];

    public ValueTask Declare(FeatureSchema schema, CancellationToken ct)
    {
        if (!schemas.TryAdd(schema.Key, schema) && !schemas[schema.Key].Matches(schema)) throw FeatureSchemaConflictException.Of(schema);
        return ValueTask.CompletedTask;
    }

    public ValueTask Append(IReadOnlyList<FeatureVector> vectors, CancellationToken ct)
    {
        foreach (var vector in vectors) Add(vector);
        return ValueTask.CompletedTask;
    }

    public ValueTask<FeatureVector?> AsOf(
        FeatureSchema schema, string subject, DateTimeOffset observedAt, DateTimeOffset knownAt, CancellationToken ct)
    {
        if (!series.TryGetValue((schema.Key, subject), out var known)) return ValueTask.FromResult<FeatureVector?>(null);
        var found = known.Values.LastOrDefault(vector => vector.ObservedAt <= observedAt && vector.KnownAt <= knownAt);
        return ValueTask.FromResult(found);
    }

    public ValueTask<FeatureVector?> Find(string id, CancellationToken ct) => ValueTask.FromResult(byId.GetValueOrDefault(id));

    private void Add(FeatureVector vector)
    {
        if (!schemas.TryGetValue(vector.Schema.Key, out var declared) || !declared.Matches(vector.Schema))
            throw new InvalidOperationException($"The schema {vector.Schema.Key} was not declared.");
        if (!byId.TryAdd(vector.Id, vector)) return;
        if (!series.TryGetValue((vector.Schema.Key, vector.Subject), out var known))
            series[(vector.Schema.Key, vector.Subject)] = known = [];
        known.Add((vector.ObservedAt, vector.KnownAt), vector);
        if (known.Count <= capacity) return;
        byId.Remove(known.Values[0].Id);
        known.RemoveAt(0);
    }
}
