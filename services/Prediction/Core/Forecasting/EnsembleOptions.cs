namespace Superintel.Prediction.Forecasting;

/// <summary>How the models are weighed. Base weights need not sum to one: they are shared out among the groups that speak.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Base weight of the statistical models together, default 0.25.</summary>
    public double Statistical { get; init; } = 0.25;

    /// <summary>Base weight of the machine-learned models together, default 0.45.</summary>
    public double MachineLearning { get; init; } = 0.45;

    /// <summary>Base weight of the sentiment models together, default 0.15.</summary>
    public double Sentiment { get; init; } = 0.15;

    /// <summary>Base weight of the macro and regime models together, default 0.15.</summary>
    public double MacroRegime { get; init; } = 0.15;

    /// <summary>A signal needs a direction beyond this, default 0.1. 0 to 1.</summary>
    public double DirectionThreshold { get; init; } = 0.1;

    /// <summary>A signal needs a confidence beyond this, default 0.1. 0 to 1.</summary>
    public double ConfidenceThreshold { get; init; } = 0.1;

    public double Base(WeightGroup group) => group switch
    {
        WeightGroup.Statistical => Statistical,
        WeightGroup.MachineLearning => MachineLearning,
        WeightGroup.Sentiment => Sentiment,
        WeightGroup.MacroRegime => MacroRegime,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Unknown weight group."),
    };
}
