namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>IB's names of exchanges and ISO 10383's. IB, "Exchange Listings".</summary>
internal static class IbkrExchanges
{
    private static readonly (string Mic, string Ib)[] Pairs =
    [
        ("XNAS", "NASDAQ"), ("XNYS", "NYSE"), ("ARCX", "ARCA"), ("XASE", "AMEX"), ("BATS", "BATS"), ("XLON", "LSE"), ("XETR", "IBIS"),
        ("XSWX", "EBS"), ("XPAR", "SBF"), ("XAMS", "AEB"), ("XTSE", "TSE"), ("XTKS", "TSEJ"), ("XHKG", "SEHK"), ("XASX", "ASX"),
        ("XCME", "CME"), ("XCBT", "CBOT"), ("XNYM", "NYMEX"), ("XCEC", "COMEX"), ("XCBO", "CBOE"), ("XNAS", "ISLAND"), ("XOPT", "SMART"),
    ];

    /// <returns>The code itself where IB uses the same word.</returns>
    public static string ToIb(string mic) => Pairs.FirstOrDefault(pair => pair.Mic == mic) is { Ib: { } ib } ? ib : mic;

    public static string ToMic(string ib) => Pairs.FirstOrDefault(pair => pair.Ib == ib) is { Mic: { } mic } ? mic : Plain(ib);

    // IB has exchanges like CBOE.ETH; an instrument id's venue is letters and digits.
    private static string Plain(string ib) =>
        new string([.. ib.Where(char.IsAsciiLetterOrDigit)]) is { Length: > 0 } plain ? plain : "IBKR";
}
