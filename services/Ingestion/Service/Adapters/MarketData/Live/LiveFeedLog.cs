using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>What a live feed says: event ids 2101 to 2119.</summary>
internal static partial class LiveFeedLog
{
    [LoggerMessage(2101, LogLevel.Information, "{Source} gives {Instruments} instruments at {Interval}; {Listed} of them were listed anew")]
    public static partial void Listed(this ILogger log, string source, int instruments, string interval, int listed);

    [LoggerMessage(2102, LogLevel.Information, "{Source} gave {Stored} bars of the past, {Quarantined} more were quarantined")]
    public static partial void PastStored(this ILogger log, string source, int stored, int quarantined);

    [LoggerMessage(2105, LogLevel.Information, "{Slices} slices of {Interval} that nobody had heard of were told as history")]
    public static partial void PastTold(this ILogger log, int slices, string interval);

    [LoggerMessage(2108, LogLevel.Information, "{Bars} bars of {Interval} came after their slices and were told as late")]
    public static partial void LateTold(this ILogger log, int bars, string interval);

    [LoggerMessage(2103, LogLevel.Warning, "bars of {Instrument} since {Since} could not be had from {Source}: {Reason}")]
    public static partial void Missing(this ILogger log, string source, InstrumentId instrument, DateTimeOffset since, string reason);

    [LoggerMessage(2104, LogLevel.Error, "the feed of {Source} failed and begins anew in {Pause}")]
    public static partial void FeedFailed(this ILogger log, string source, TimeSpan pause, Exception failure);

    [LoggerMessage(2106, LogLevel.Information, "the feed of {Source} is away as planned ({Outage}) and is tried again in {Pause}")]
    public static partial void FeedAway(this ILogger log, string source, string outage, TimeSpan pause);

    [LoggerMessage(2107, LogLevel.Warning,
        "{Source} now says otherwise of {Count} stored bars of {Instrument}, the first of {ClosedAt}; what is stored stays")]
    public static partial void Revised(this ILogger log, string source, int count, InstrumentId instrument, DateTimeOffset closedAt);
}
