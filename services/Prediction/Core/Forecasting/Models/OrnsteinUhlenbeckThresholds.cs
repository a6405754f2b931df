using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Forecasting.Models;

/// <summary>
/// Trades the spread as an Ornstein-Uhlenbeck process between the levels that earn most per bar after the cost of a round trip: no
/// direction inside them, growing with the distance beyond them.
/// </summary>
/// <remarks>Bertram (2010), Analytic solutions for optimal statistical arbitrage trading, Physica A 389. Confidence is the probability that
/// the spread is nearer to its mean one half-life from now, scaled so that a coin toss is zero.</remarks>
public sealed class OrnsteinUhlenbeckThresholds(OrnsteinUhlenbeckOptions options) : IForecastModel
{
    private const double LongestTrip = 16;

    public string Name => ModelCatalogue.OrnsteinUhlenbeck;

    public ModelFamily Family => ModelFamily.Spread;

    public string Parameters => options.ToString();

    public ModelOutcome Forecast(in ModelInput input)
    {
        if (SchemaGate.Refuses(input) is { } refusal) return refusal;
        var features = input.Features;
        if (features[PairFields.OuTheta] is not { } theta
            || features[PairFields.OuMu] is not { } mu
            || features[PairFields.OuSigma] is not { } sigma)
            return new Abstention(AbstentionCodes.NotMeanReverting, "the spread's first-order autoregression is outside (0, 1)");
        var process = new OrnsteinUhlenbeckProcess(theta, mu, sigma, LogLikelihood: 0);
        if (process.HalfLife > options.LongestHalfLifeBars)
        {
            var detail = $"half-life {process.HalfLife:F1} bars, at most {options.LongestHalfLifeBars:F1}";
            return new Abstention(AbstentionCodes.TooSlow, detail);
        }
        if (Distance(process) is not { } distance)
            return new Abstention(AbstentionCodes.CostNotCovered, $"no level earns a round trip's cost of {options.RoundTripCost:F4}");
        return Speak(features.Required(PairFields.Spread) - mu, process, distance);
    }

    private Forecast Speak(double deviation, OrnsteinUhlenbeckProcess process, double distance)
    {
        var stationary = process.StationaryDeviation;
        var enter = Math.Max(distance / stationary, options.LeastEnter);
        // One half-life from now the expected deviation is half of today's, and its variance three quarters of the stationary one.
        var towardsMean = Normal.Cumulative(Math.Abs(deviation) / 2 / (stationary * Math.Sqrt(0.75)));
        return new Forecast(
            Conviction.Against(deviation / stationary, enter, enter + options.FullBeyond),
            Math.Clamp((2 * towardsMean) - 1, 0, 1),
            process.HalfLife,
            $"{deviation / stationary:F2} stationary deviations from the mean, entry beyond {enter:F2}, "
            + $"half-life {process.HalfLife:F1} bars");
    }

    private double? Distance(OrnsteinUhlenbeckProcess process)
    {
        // Beyond this the entry lies so many deviations out that it is never reached, and the root is not worth looking for.
        if (options.RoundTripCost >= LongestTrip * process.StationaryDeviation) return null;
        try
        {
            return process.Mu - Bertram.MaximiseExpectedReturn(process, options.RoundTripCost).Entry;
        }
        catch (SeriesFaultException fault) when (fault.Fault.Code == SeriesFaultCodes.NotConverged)
        {
            return null;
        }
    }
}
