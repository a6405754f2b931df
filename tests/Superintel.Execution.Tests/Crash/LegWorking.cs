namespace Superintel.Execution.Tests.Crash;

/// <summary>How the legs of a session are worked.</summary>
/// <param name="Kind">twap, limit-chase, or empty: each is one order at the market.</param>
/// <param name="OffsetBps">Of a chase.</param>
internal sealed record LegWorking(string Kind, int Slices, decimal OffsetBps)
{
    private static readonly string[] Kinds = ["", "twap", "limit-chase", "limit-chase"];
    private static readonly decimal[] Offsets = [0m, 1m, 40m];

    /// <param name="cancels">A chase that takes orders back, whatever the market does.</param>
    public static LegWorking Of(Random draw, bool cancels)
    {
        var (kind, slices, offset) = (Kinds[draw.Next(Kinds.Length)], draw.Next(1, 5), Offsets[draw.Next(Offsets.Length)]);
        return cancels ? new LegWorking("limit-chase", slices, Offsets[^1]) : new LegWorking(kind, slices, offset);
    }

    public IEnumerable<KeyValuePair<string, string>> Environment(string assetClass)
    {
        if (Kind.Length == 0) yield break;
        var section = $"Execution__Strategies__{assetClass}__";
        yield return new(section + "Kind", Kind);
        yield return new(section + "Slices", $"{Slices}");
        yield return new(section + "Every", "00:00:01");
        yield return new(section + "OffsetBps", FormattableString.Invariant($"{OffsetBps}"));
    }

    public override string ToString() => Kind.Length == 0 ? "at once" : $"{Kind} {Slices} at {OffsetBps}";
}
