using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>A stored feature vector.</summary>
/// <param name="Schema">Name and version.</param>
/// <param name="KnownAt">From when it was known.</param>
/// <param name="Features">In the schema's order.</param>
internal sealed record FeatureVectorReply(
    string FeatureVectorId,
    string Schema,
    string Subject,
    DateTimeOffset ObservedAt,
    DateTimeOffset KnownAt,
    IReadOnlyList<FeatureReply> Features)
{
    public static FeatureVectorReply Of(FeatureVector vector) => new(
        vector.Id,
        vector.Schema.Key,
        vector.Subject,
        vector.ObservedAt,
        vector.KnownAt,
        [.. vector.Schema.Fields.Select(field => new FeatureReply(field.Name, field.Unit, field.Meaning, vector[field.Name]))]);
}
