using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>A bar that failed the data gate, as the API tells it.</summary>
/// <param name="Number">Order of arrival.</param>
/// <param name="Source">File or import it came from.</param>
/// <param name="Close">Null when the source has a hole here.</param>
/// <param name="Unreadable">What should have been a number and is not one; empty when all could be read.</param>
/// <param name="Failures">completeness, freshness, validity, consistency or volume, then a detail.</param>
/// <param name="ConsecutiveFailures">Of the instrument and interval, this one included.</param>
internal sealed record QuarantineReply(
    long Number,
    string Source,
    string InstrumentId,
    string Interval,
    DateTimeOffset ClosedAt,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Close,
    decimal? Volume,
    bool CloseOnly,
    string Unreadable,
    IReadOnlyList<string> Failures,
    int ConsecutiveFailures)
{
    public static QuarantineReply Of(QuarantineEntry entry)
    {
        var bar = entry.Bar.Candidate;
        return new QuarantineReply(
            entry.Number,
            bar.Source,
            bar.Instrument.ToString(),
            bar.Interval.ToString(),
            bar.ClosedAt,
            bar.Open,
            bar.High,
            bar.Low,
            bar.Close,
            bar.Volume,
            bar.CloseOnly,
            bar.Unreadable,
            entry.Bar.Failures,
            entry.Bar.ConsecutiveFailures);
    }
}
