namespace Superintel.Prediction.Forecasting;

/// <summary>A model's word on the spread.</summary>
/// <param name="Direction">Expected move of the spread in [-1, 1]; zero when the model sees nothing to trade.</param>
/// <param name="Confidence">How much the model trusts it, in [0, 1].</param>
/// <param name="HorizonBars">Bars until it should have come true, positive.</param>
/// <param name="Reason">One sentence with the numbers.</param>
public sealed record Forecast(double Direction, double Confidence, double HorizonBars, string Reason) : ModelOutcome
{
    public double Direction { get; } = Within(Direction, -1, 1, nameof(Direction));

    public double Confidence { get; } = Within(Confidence, 0, 1, nameof(Confidence));

    public double HorizonBars { get; } = Within(HorizonBars, double.Epsilon, 1e9, nameof(HorizonBars));

    // Adding zero turns -0 into 0, which JSON stores would not keep.
    private static double Within(double value, double least, double most, string name) => value >= least && value <= most
        ? value + 0.0
        : throw new ArgumentOutOfRangeException(name, value, $"A forecast's {name} lies in [{least}, {most}].");
}
