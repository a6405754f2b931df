namespace Superintel.Prediction.Tests.Planted;

/// <summary>Settings with short windows, so that tests see many discoveries in few bars.</summary>
internal static class SmallSettings
{
    public static readonly PredictionOptions Options = new()
    {
        Panel = new() { Bars = 140, MissingBars = 5 },
        Discovery = new() { WindowBars = 120, RefreshBars = 10 },
        Features = new() { WindowBars = 120, ZScoreBars = 30 },
    };
}
