namespace Superintel.Prediction.Forecasting;

/// <summary>A model's place in the taxonomy.</summary>
public sealed record CataloguedModel(string Name, ModelFamily Family, WeightGroup Group);
