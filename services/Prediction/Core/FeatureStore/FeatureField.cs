namespace Superintel.Prediction.FeatureStore;

/// <summary>One named number of a feature vector.</summary>
/// <param name="Name">kebab-case, never reused with another meaning within a schema's name.</param>
/// <param name="Unit">Unit, for example log, bars, 1/bar, 1.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record FeatureField(string Name, string Unit, string Meaning);
