using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>A row of the table bar.</summary>
internal sealed class BarRow
{
    public const string Columns = """
        instrument_id AS "InstrumentId", bar_interval AS "BarInterval", closed_at AS "ClosedAt",
        open AS "Open", high AS "High", low AS "Low", close AS "Close", volume AS "Volume", close_only AS "CloseOnly"
        """;

    public required string InstrumentId { get; init; }

    public required string BarInterval { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required decimal Open { get; init; }

    public required decimal High { get; init; }

    public required decimal Low { get; init; }

    public required decimal Close { get; init; }

    public decimal? Volume { get; init; }

    public required bool CloseOnly { get; init; }

    public Bar Bar() => new(
        Kernel.InstrumentId.Parse(InstrumentId),
        Kernel.BarInterval.Parse(BarInterval),
        ClosedAt,
        Open,
        High,
        Low,
        Close,
        Volume,
        CloseOnly);
}
