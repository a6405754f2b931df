using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Forecasting.Models;

/// <summary>A model speaks only on the schema it was made for.</summary>
internal static class SchemaGate
{
    public static Abstention? Refuses(in ModelInput input) => input.Features.Schema.Matches(PairFeatureSchema.Current)
        ? null
        : new Abstention(AbstentionCodes.SchemaMismatch, $"made for {PairFeatureSchema.Current.Key}, got {input.Features.Schema.Key}");
}
