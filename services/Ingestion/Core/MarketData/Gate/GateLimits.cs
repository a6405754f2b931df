using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>What the data gate lets pass. The defaults let every real move of the sample pass and are tested on it.</summary>
public sealed record GateLimits
{
    public JumpLimit Equity { get; init; } = new(Always: 0.47, Unusual: 0.20, RobustZ: 30);

    public JumpLimit Index { get; init; } = new(Always: 0.25, Unusual: 0.12, RobustZ: 30);

    public JumpLimit Fx { get; init; } = new(Always: 0.20, Unusual: 0.03, RobustZ: 30);

    public JumpLimit Crypto { get; init; } = new(Always: 0.69, Unusual: 0.30, RobustZ: 30);

    /// <summary>For futures and options.</summary>
    public JumpLimit Derivative { get; init; } = new(Always: 0.69, Unusual: 0.30, RobustZ: 30);

    /// <summary>Returns the robust scale is taken over, in bars. Default 63, a quarter of a year of days; 20 to 1000.</summary>
    public int Window { get; init; } = 63;

    /// <summary>Fewer returns than this give no robust scale. Default 20.</summary>
    public int LeastReturns { get; init; } = 20;

    /// <summary>Two sources of one bar agree when their closes differ by no more, as a logarithm. Default 0.01.</summary>
    public double SourceTolerance { get; init; } = 0.01;

    /// <summary>A volume this many times the median volume is a slipped digit. Default 100.</summary>
    public decimal VolumeSpike { get; init; } = 100m;

    /// <summary>How late a live bar may come, in its own intervals. Default 2.</summary>
    public double LatestIntervals { get; init; } = 2;

    /// <summary>Failures in a row that raise an alert. Default 3.</summary>
    public int AlertAfter { get; init; } = 3;

    public JumpLimit Jump(AssetClass assetClass) => assetClass switch
    {
        AssetClass.Equity => Equity,
        AssetClass.Index => Index,
        AssetClass.Fx => Fx,
        AssetClass.Crypto => Crypto,
        _ => Derivative,
    };
}
