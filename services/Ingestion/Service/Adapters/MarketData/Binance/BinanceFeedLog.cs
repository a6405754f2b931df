namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>What the feed of binance says: event ids 2101 to 2119.</summary>
internal static partial class BinanceFeedLog
{
    [LoggerMessage(2101, LogLevel.Information, "binance gives {Instruments} instruments at {Interval}; {Listed} of them were listed anew")]
    public static partial void Listed(this ILogger log, int instruments, string interval, int listed);

    [LoggerMessage(2102, LogLevel.Information, "binance gave {Stored} bars of the past, {Quarantined} more were quarantined")]
    public static partial void PastStored(this ILogger log, int stored, int quarantined);

    [LoggerMessage(2105, LogLevel.Information, "{Slices} slices of {Interval} that nobody had heard of were told as history")]
    public static partial void PastTold(this ILogger log, int slices, string interval);

    [LoggerMessage(2103, LogLevel.Warning, "bars of {Symbol} since {Since} could not be had from binance: {Reason}")]
    public static partial void Missing(this ILogger log, string symbol, DateTimeOffset since, string reason);

    [LoggerMessage(2104, LogLevel.Error, "the feed of binance failed and begins anew in {Pause}")]
    public static partial void FeedFailed(this ILogger log, TimeSpan pause, Exception failure);
}
