using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>What a live feed says: event ids 2101 to 2119.</summary>
internal static partial class LiveFeedLog
{
    [LoggerMessage(2101, LogLevel.Information, "{Source} gives {Instruments} instruments at {Interval}; {Listed} of them were listed anew")]
    public static partial void Listed(this ILogger log, string source, int instruments, string interval, int listed);

    [LoggerMessage(2102, LogLevel.Information, "{Source} gave {Stored} bars of the past of {Instrument} at {Interval}")]
    public static partial void PastStored(this ILogger log, string source, int stored, InstrumentId instrument, string interval);

    [LoggerMessage(2105, LogLevel.Information, "{Slices} slices of {Interval} that nobody had heard of were told as history")]
    public static partial void PastTold(this ILogger log, int slices, string interval);

    [LoggerMessage(2108, LogLevel.Information, "{Bars} bars of {Interval} came after their slices and were told as late")]
    public static partial void LateTold(this ILogger log, int bars, string interval);

    [LoggerMessage(2103, LogLevel.Warning, "bars of {Instrument} since {Since} could not be had from {Source}: {Reason}")]
    public static partial void Missing(this ILogger log, string source, InstrumentId instrument, DateTimeOffset since, string reason);

    [LoggerMessage(2104, LogLevel.Error, "the feed of {Source} failed and begins anew in {Pause}")]
    public static partial void FeedFailed(this ILogger log, string source, TimeSpan pause, Exception failure);

    [LoggerMessage(2111, LogLevel.Error, "a data farm of {Source} has been away for {Patience}, what it serves is stale: {Farm}")]
    public static partial void FarmAway(this ILogger log, string source, string farm, TimeSpan patience);

    [LoggerMessage(2112, LogLevel.Warning, "nothing is decided on {Series} series of {Source} until it is well again: {Why}")]
    public static partial void Doubted(this ILogger log, string source, int series, string why);

    [LoggerMessage(2113, LogLevel.Information, "{Source} is well again, and what was missed has been asked for: {Series} series")]
    public static partial void Believed(this ILogger log, string source, int series);

    [LoggerMessage(2114, LogLevel.Error, "that {Source} is away could not be stored")]
    public static partial void DoubtNotStored(this ILogger log, string source, Exception failure);

    [LoggerMessage(2106, LogLevel.Information, "the feed of {Source} is away as planned ({Outage}) and is tried again in {Pause}")]
    public static partial void FeedAway(this ILogger log, string source, string outage, TimeSpan pause);

    [LoggerMessage(2107, LogLevel.Warning,
        "{Count} bars of {Instrument} from {Source} were set aside, the first of {ClosedAt}: {Failure}; see the quarantine")]
    public static partial void Refused(
        this ILogger log, int count, InstrumentId instrument, string source, DateTimeOffset closedAt, string failure);

    [LoggerMessage(2109, LogLevel.Error,
        "{Failures} bars of {Instrument} in a row were set aside, the last of {ClosedAt}: {Failure}; it is not traded on meanwhile")]
    public static partial void RefusedInARow(
        this ILogger log, int failures, InstrumentId instrument, DateTimeOffset closedAt, string failure);

    [LoggerMessage(2110, LogLevel.Warning,
        "this machine's clock is {Off} s off that of {Source}, whose time is taken for its bars; set it, everything else goes by it")]
    public static partial void ClockIsOff(this ILogger log, string source, double off);
}
