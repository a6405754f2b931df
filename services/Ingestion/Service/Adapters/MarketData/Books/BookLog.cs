namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>What the feed of books says: event ids 2121 to 2129.</summary>
internal static partial class BookLog
{
    [LoggerMessage(2121, LogLevel.Error, "the books of {Source} failed, are told as unknown, and begin anew in {Pause}")]
    public static partial void BooksFailed(this ILogger log, string source, TimeSpan pause, Exception failure);

    [LoggerMessage(2122, LogLevel.Warning, "Risk could not be told of books: {Status}")]
    public static partial void RiskUnreachable(this ILogger log, string status, Exception failure);
}
