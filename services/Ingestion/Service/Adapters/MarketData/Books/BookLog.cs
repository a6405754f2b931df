using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>What the feed of books says: event ids 2121 to 2129.</summary>
internal static partial class BookLog
{
    [LoggerMessage(2121, LogLevel.Error, "the books of {Source} failed, are told as unknown, and begin anew in {Pause}")]
    public static partial void BooksFailed(this ILogger log, string source, TimeSpan pause, Exception failure);

    [LoggerMessage(2122, LogLevel.Warning, "{Listener} cannot be told of books: {Status}; it is tried again")]
    public static partial void Unreachable(this ILogger log, string listener, string status, Exception failure);

    [LoggerMessage(2123, LogLevel.Information, "{Listener} is told of books again")]
    public static partial void Reached(this ILogger log, string listener);

    [LoggerMessage(2124, LogLevel.Warning, "no trades of {Instrument} are to be had, its order flow is not measured: {Reason}")]
    public static partial void NoTrades(this ILogger log, InstrumentId instrument, string reason);

    [LoggerMessage(2125, LogLevel.Information, "a volume bucket of {Instrument} is {Units} units")]
    public static partial void BucketKnown(this ILogger log, InstrumentId instrument, decimal units);

    [LoggerMessage(2126, LogLevel.Warning, "daily volumes could not be read")]
    public static partial void VolumesUnread(this ILogger log, Exception failure);

    [LoggerMessage(2127, LogLevel.Error, "{Instrument} has no book, and is not traded: {Reason}")]
    public static partial void NoBook(this ILogger log, InstrumentId instrument, string reason);
}
