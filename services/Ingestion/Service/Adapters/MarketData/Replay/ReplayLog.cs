using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Replay;

/// <summary>What the replay says: event ids 2001 to 2019.</summary>
internal static partial class ReplayLog
{
    [LoggerMessage(2001, LogLevel.Information, "Replay of {Feed}: {Remaining} slices to go after {Position}; {Listed} instruments listed")]
    public static partial void Started(this ILogger logger, string feed, int remaining, string position, int listed);

    [LoggerMessage(2002, LogLevel.Information, "History {File}: {Stored} bars stored, {Quarantined} quarantined")]
    public static partial void HistoryStored(this ILogger logger, string file, int stored, int quarantined);

    [LoggerMessage(
        2003, LogLevel.Warning, "ALERT: {Instrument} failed the data gate {Count} times in a row, last at {ClosedAt}: {Failures}")]
    public static partial void Alert(this ILogger logger, string instrument, int count, DateTimeOffset closedAt, string failures);

    [LoggerMessage(
        2004, LogLevel.Warning, "Went on from {Position} without an answer: the {Stage} of {Decision} took longer than its hold")]
    public static partial void WentOn(this ILogger logger, string position, string stage, string decision);

    [LoggerMessage(2005, LogLevel.Error, "The replay could not go on and tries again in {Pause}")]
    public static partial void Failed(this ILogger logger, TimeSpan pause, Exception failure);

    [LoggerMessage(2006, LogLevel.Information, "Replay of {Feed} is finished")]
    public static partial void Finished(this ILogger logger, string feed);

    [LoggerMessage(2007, LogLevel.Warning, "The store is away and the replay stands still, next look in {Pause}: {Reason}")]
    public static partial void StoreAway(this ILogger logger, TimeSpan pause, string reason);

    public static void Alert(this ILogger logger, QuarantinedBar bar) => logger.Alert(
        bar.Candidate.Instrument.ToString(), bar.ConsecutiveFailures, bar.Candidate.ClosedAt, string.Join("; ", bar.Failures));
}
