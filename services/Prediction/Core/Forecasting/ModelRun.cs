using Superintel.Kernel;

namespace Superintel.Prediction.Forecasting;

/// <summary>Identity of the set of models and parameters behind a signal. Statistical models have no training: their settings are the
/// run.</summary>
public static class ModelRun
{
    /// <returns>The same id wherever the same models run with the same parameters and weights.</returns>
    public static string IdOf(IEnumerable<IForecastModel> models, EnsembleOptions options) =>
        "r" + StableId.Of([.. models.Select(model => $"{model.Name}?{model.Parameters}"), options.ToString()]);
}
