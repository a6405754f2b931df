namespace Superintel.Prediction.FeatureStore;

/// <summary>A schema was declared again with other fields under the same name and version: a vector could no longer be read.</summary>
public sealed class FeatureSchemaConflictException : InvalidOperationException
{
    public FeatureSchemaConflictException()
    {
    }

    public FeatureSchemaConflictException(string message)
        : base(message)
    {
    }

    public FeatureSchemaConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static FeatureSchemaConflictException Of(FeatureSchema schema) =>
        new($"The schema {schema.Key} is already declared with other fields: give the changed one a new version.");
}
