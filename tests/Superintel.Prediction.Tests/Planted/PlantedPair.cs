using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Tests.Planted;

/// <summary>One planted pair, whose spread is pushed away from its mean at the last bar.</summary>
internal static class PlantedPair
{
    public static readonly PairId Id = PairId.Of(InstrumentId.Parse("A.TEST"), InstrumentId.Parse("B.TEST"));
    private static readonly DateTimeOffset Start = new(2001, 1, 1, 21, 0, 0, TimeSpan.Zero);

    /// <summary>The formation as planted: ln A = 0.2 + 0.8 ln B + spread.</summary>
    public static readonly PairFormation Formation = new(Id, 0.2, 0.8, -4.5, 0.001, 0.01, 10, 5, 0.7, 0.016, Start);

    /// <param name="push">Added to ln A at the last bar, in deviations of the spread.</param>
    /// <param name="persistence">First-order autoregression of the spread; 1 for a random walk.</param>
    public static PairWindow Window(int seed, double push, int bars = 252, double persistence = 0.87)
    {
        var (walk, noise) = (new Noise(seed), new Noise(seed + 500_000));
        var (b, spread) = (3.5, 0.0);
        var panel = ClosePanel.Empty("planted", BarInterval.Day, bars);
        for (var bar = 0; bar < bars; bar++)
        {
            b += 0.012 * walk.Next();
            spread = (persistence * spread) + (0.008 * noise.Next());
            var level = bar == bars - 1 ? push * 0.016 : spread;
            panel = panel.Append(new PanelSlice(
                "planted",
                BarInterval.Day,
                Start.AddDays(bar),
                [new(Id.A, (decimal)Math.Exp(0.2 + (0.8 * b) + level)), new(Id.B, (decimal)Math.Exp(b))]));
        }
        return panel.Window(Id, bars, 0)!;
    }

    public static ModelInput Input(PairWindow window)
    {
        var calculator = new PairFeatureCalculator(new PairFeatureOptions());
        return new ModelInput(Id, calculator.Calculate(window, Formation, BarInterval.Day, window.At(window.Count - 1)));
    }

    /// <summary>An unremarkable vector with some fields changed.</summary>
    public static ModelInput With(params (string Field, double? Value)[] changes)
    {
        var plain = Input(Window(seed: 1, push: 0)).Features;
        var values = plain.Schema.Fields.Select(field =>
            changes.Where(change => change.Field == field.Name).Select(change => change.Value).DefaultIfEmpty(plain[field.Name]).Last());
        return new ModelInput(Id, new FeatureVector(plain.Schema, plain.Subject, plain.ObservedAt, plain.KnownAt, [.. values]));
    }
}
