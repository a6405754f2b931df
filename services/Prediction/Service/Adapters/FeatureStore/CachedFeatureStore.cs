using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.FeatureStore.Ports;

namespace Superintel.Prediction.Service.Adapters.FeatureStore;

/// <summary>Remembers which schemas are declared; vectors always come from the tables.</summary>
internal sealed class CachedFeatureStore(PostgresFeatureStore stored, PredictionCache cache) : IFeatureStore
{
    public async ValueTask Declare(FeatureSchema schema, CancellationToken ct)
    {
        if (cache.Schemas.TryGetValue(schema.Key, out var known) && known.Matches(schema)) return;
        await stored.Declare(schema, ct);
        cache.Schemas[schema.Key] = schema;
    }

    public ValueTask Append(IReadOnlyList<FeatureVector> vectors, CancellationToken ct) => stored.Append(vectors, ct);

    public ValueTask<FeatureVector?> AsOf(
        FeatureSchema schema, string subject, DateTimeOffset observedAt, DateTimeOffset knownAt, CancellationToken ct) =>
        stored.AsOf(schema, subject, observedAt, knownAt, ct);

    public ValueTask<FeatureVector?> Find(string id, CancellationToken ct) => stored.Find(id, ct);
}
