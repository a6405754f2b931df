using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>A row of the table quarantined_bar.</summary>
internal sealed class QuarantineRow
{
    public const string Columns = """
        number AS "Number", source AS "Source", instrument_id AS "InstrumentId", bar_interval AS "BarInterval", closed_at AS "ClosedAt",
        open AS "Open", high AS "High", low AS "Low", close AS "Close", volume AS "Volume", close_only AS "CloseOnly",
        unreadable AS "Unreadable", failures AS "Failures", consecutive_failures AS "ConsecutiveFailures"
        """;

    public long Number { get; init; }

    public required string Source { get; init; }

    public required string InstrumentId { get; init; }

    public required string BarInterval { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public decimal? Open { get; init; }

    public decimal? High { get; init; }

    public decimal? Low { get; init; }

    public decimal? Close { get; init; }

    public decimal? Volume { get; init; }

    public required bool CloseOnly { get; init; }

    public required string Unreadable { get; init; }

    public required string[] Failures { get; init; }

    public required int ConsecutiveFailures { get; init; }

    public static QuarantineRow Of(QuarantinedBar bar) => new()
    {
        Source = bar.Candidate.Source,
        InstrumentId = bar.Candidate.Instrument.ToString(),
        BarInterval = bar.Candidate.Interval.ToString(),
        ClosedAt = bar.Candidate.ClosedAt,
        Open = bar.Candidate.Open,
        High = bar.Candidate.High,
        Low = bar.Candidate.Low,
        Close = bar.Candidate.Close,
        Volume = bar.Candidate.Volume,
        CloseOnly = bar.Candidate.CloseOnly,
        Unreadable = bar.Candidate.Unreadable,
        Failures = [.. bar.Failures],
        ConsecutiveFailures = bar.ConsecutiveFailures,
    };

    public QuarantineEntry Entry() => new(Number, new QuarantinedBar(Candidate(), Failures, ConsecutiveFailures));

    private BarCandidate Candidate() => new(
        Source,
        Kernel.InstrumentId.Parse(InstrumentId),
        Kernel.BarInterval.Parse(BarInterval),
        ClosedAt,
        Open,
        High,
        Low,
        Close,
        Volume,
        CloseOnly,
        Unreadable);
}
