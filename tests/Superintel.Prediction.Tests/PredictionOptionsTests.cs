namespace Superintel.Prediction.Tests;

internal sealed class PredictionOptionsTests
{
    [Test]
    public void Defaults_have_no_fault() => Assert.That(PredictionOptionsCheck.Faults(new PredictionOptions()), Is.Empty);

    [Test]
    public void Every_fault_is_reported_at_once()
    {
        var options = new PredictionOptions
        {
            Intervals = "1d,2w",
            Panel = new() { Bars = 100 },
            Discovery = new() { FalseDiscoveryRate = 0, MinimumHedgeRatio = -1 },
            Ensemble = new() { Statistical = 0, MachineLearning = 0, Sentiment = 0, MacroRegime = 0 },
            Stance = new() { EntryZ = 0.1 },
            Models = new() { KalmanHedge = new() { Full = 0.5 } },
        };

        Assert.That(PredictionOptionsCheck.Faults(options), Has.Count.EqualTo(7));
    }
}
