namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>Names of data farms in TWS's words.</summary>
internal static class TwsFarms
{
    private const string Demand = "upon demand.";
    private const string AreConnected = "are connected:";
    private const string NotConnected = " The following farms are not connected:";

    /// <summary>"Market data farm connection is OK:usfarm.nj" and "... inactive but should be available upon demand.ushmds".</summary>
    public static string NameIn(string text)
    {
        var demand = text.LastIndexOf(Demand, StringComparison.Ordinal);
        return (demand >= 0 ? text[(demand + Demand.Length)..] : text[(text.LastIndexOf(':') + 1)..]).Trim();
    }

    /// <summary>"... restored - data maintained. The following farms are connected: usfarm; ushmds. The following farms are not connected:
    /// eufarm." One that is not connected may only be idle.</summary>
    public static IReadOnlyList<string> Connected(string text)
    {
        var from = text.IndexOf(AreConnected, StringComparison.Ordinal);
        if (from < 0) return [];
        var until = text.IndexOf(NotConnected, StringComparison.Ordinal);
        var list = text[(from + AreConnected.Length)..(until > from ? until : text.Length)].Trim().TrimEnd('.');
        return list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
