using System.Collections.Immutable;
using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Service.Adapters.FeatureStore;

/// <summary>A row of the table feature_vector with its schema.</summary>
internal sealed record FeatureRow(
    string Subject, DateTimeOffset ObservedAt, DateTimeOffset KnownAt, string Features, string Name, int Version, string Fields)
{
    /// <summary>Values by name, so that the column can be read without the schema.</summary>
    public static string Write(FeatureVector vector) =>
        StoredJson.Write(vector.Schema.Fields.ToDictionary(field => field.Name, field => vector[field.Name]));

    public FeatureVector ToVector()
    {
        var schema = new FeatureSchema(Name, Version, StoredJson.Read<ImmutableArray<FeatureField>>(Fields));
        var values = StoredJson.Read<Dictionary<string, double?>>(Features);
        return new FeatureVector(schema, Subject, ObservedAt, KnownAt, [.. schema.Fields.Select(field => values[field.Name])]);
    }
}
