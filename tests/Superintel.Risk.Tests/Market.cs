namespace Superintel.Risk.Tests;

/// <summary>Made-up prices: each stock has its own rhythm, so that correlations are low, but for CCC, which is AAA in other
/// units.</summary>
internal static class Market
{
    public static readonly string[] Symbols = ["AAA", "BBB", "CCC", "DDD", "EEE"];

    public static IEnumerable<(string Id, decimal Price)> Closes(int day)
    {
        foreach (var symbol in Symbols) yield return ($"{symbol}.XNYS", Price(symbol, day));
        yield return ("IDX.XNYS", 1000m + day);
        yield return ("SWI.XSWX", 100m + day % 5);
        yield return ("USDCHF.IDEAL", 1.25m);
    }

    public static decimal Price(string symbol, int day) => symbol switch
    {
        "AAA" => Wave(50m, day, 7, 3),
        "BBB" => Wave(40m, day, 11, 5),
        "CCC" => Wave(100m, day, 7, 3),
        "DDD" => Wave(80m, day, 11, 5),
        _ => Wave(30m, day, 13, 4),
    };

    private static decimal Wave(decimal level, int day, int long1, int short1) =>
        decimal.Round(level * (1m + 0.01m * ((day % long1) - long1 / 2) / long1 + 0.005m * ((day % short1) - short1 / 2) / short1), 4);
}
