namespace Superintel.Prediction.FeatureStore.Ports;

/// <summary>Point-in-time store of feature vectors. Append-only: a correction is a later knowledge of the same observation.</summary>
public interface IFeatureStore
{
    /// <summary>Makes a schema known; again with the same fields changes nothing.</summary>
    /// <exception cref="FeatureSchemaConflictException">Known with other fields.</exception>
    ValueTask Declare(FeatureSchema schema, CancellationToken ct);

    /// <summary>Adds vectors; one that is already there (same id) is left as it is.</summary>
    /// <exception cref="InvalidOperationException">A vector's schema was not declared.</exception>
    ValueTask Append(IReadOnlyList<FeatureVector> vectors, CancellationToken ct);

    /// <summary>
    /// The newest observation of a subject at or before <paramref name="observedAt"/>, as it was known at <paramref name="knownAt"/>:
    /// of several versions the last one known by then, and nothing that was known later.
    /// </summary>
    /// <returns>Null when nothing was known.</returns>
    ValueTask<FeatureVector?> AsOf(
        FeatureSchema schema, string subject, DateTimeOffset observedAt, DateTimeOffset knownAt, CancellationToken ct);

    ValueTask<FeatureVector?> Find(string id, CancellationToken ct);
}
