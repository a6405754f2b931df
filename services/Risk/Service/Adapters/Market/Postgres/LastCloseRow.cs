using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Service.Adapters.Market.Postgres;

internal sealed record LastCloseRow
{
    public string Id { get; init; } = "";

    public decimal Close { get; init; }

    public DateTimeOffset ClosedAt { get; init; }

    public string Interval { get; init; } = "";

    public DateTimeOffset? ExecutedAt { get; init; }

    public LastClose ToLastClose() => new(InstrumentId.Parse(Id), Close, ClosedAt, BarInterval.Parse(Interval), ExecutedAt);
}
