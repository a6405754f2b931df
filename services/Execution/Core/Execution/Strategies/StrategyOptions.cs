namespace Superintel.Execution.Execution.Strategies;

/// <summary>Configuration of how orders of a venue or an asset class are worked.</summary>
public sealed record StrategyOptions
{
    /// <summary>twap or limit-chase. No default.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Parts of a TWAP, or limit orders of a chase, 1 to 500. Default 5.</summary>
    public int Slices { get; init; } = 5;

    /// <summary>From one to the next, one second to one day. Default one minute. All of it must end within LegPatience.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>TWAP: largest delay of a part as a share of Every, 0 to below 1. Default 0: on time.</summary>
    public decimal JitterShare { get; init; }

    /// <summary>Of the delays. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Limit chase: how much better than the last price the limit is, basis points, 0 to 1000. Default 0.</summary>
    public decimal OffsetBps { get; init; }

    /// <exception cref="ArgumentException">A value out of its bounds.</exception>
    public StrategyTerms Terms(string name, TimeSpan legPatience)
    {
        var kind = Kind switch
        {
            "twap" => StrategyKind.Twap,
            "limit-chase" => StrategyKind.LimitChase,
            _ => throw new ArgumentException($"Strategies:{name}: Kind '{Kind}' is unknown; choose twap or limit-chase."),
        };
        Check(name, nameof(Slices), Slices is >= 1 and <= 500, "1 to 500");
        Check(name, nameof(Every), Every >= TimeSpan.FromSeconds(1) && Every <= TimeSpan.FromDays(1), "one second to one day");
        Check(name, nameof(JitterShare), JitterShare is >= 0m and < 1m, "0 to below 1");
        Check(name, nameof(OffsetBps), OffsetBps is >= 0m and <= 1000m, "0 to 1000");
        Check(name, nameof(Slices), Every * (Slices + 1) <= legPatience, "what ends within LegPatience");
        return new StrategyTerms(kind, Slices, Every, JitterShare, Seed, OffsetBps);
    }

    private static void Check(string name, string value, bool holds, string bounds)
    {
        if (!holds) throw new ArgumentException($"Strategies:{name}: {value} is outside {bounds}.");
    }
}
