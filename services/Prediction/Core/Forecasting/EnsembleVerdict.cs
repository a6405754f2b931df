using System.Collections.Immutable;

namespace Superintel.Prediction.Forecasting;

/// <summary>The ensemble's word on one pair at one bar.</summary>
/// <param name="Direction">In [-1, 1]; above zero the spread should rise: buy A, sell B.</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="HorizonBars">Weighted horizon of those who spoke; zero when nobody did.</param>
/// <param name="Passes">Whether direction and confidence are beyond the thresholds.</param>
/// <param name="Votes">Every registered model, in the catalogue's order.</param>
public sealed record EnsembleVerdict(
    double Direction,
    double Confidence,
    double HorizonBars,
    bool Passes,
    ImmutableArray<ModelVote> Votes)
{
    /// <summary>Models that did not abstain.</summary>
    public int Speakers => Votes.Count(vote => vote.Outcome is Forecast);
}
