using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of leg_plan.</summary>
internal sealed class LegPlanRow
{
    public string ClearanceId { get; init; } = "";

    public int Leg { get; init; }

    public string InstrumentId { get; init; } = "";

    public string Kind { get; init; } = "";

    public int Slices { get; init; }

    public TimeSpan Every { get; init; }

    public decimal JitterShare { get; init; }

    public int Seed { get; init; }

    public decimal OffsetBps { get; init; }

    public decimal Quantity { get; init; }

    public decimal LotSize { get; init; }

    public decimal TickSize { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public decimal Price { get; init; }

    public int ReplacedThrough { get; init; }

    public int ConfirmedThrough { get; init; }

    public bool Ended { get; init; }

    public static LegPlanRow Of(LegPlan plan) => new()
    {
        ClearanceId = plan.ClearanceId.Value,
        Leg = plan.Leg,
        InstrumentId = plan.Instrument.ToString(),
        Kind = plan.Terms.Kind.ToString(),
        Slices = plan.Terms.Slices,
        Every = plan.Terms.Every,
        JitterShare = plan.Terms.JitterShare,
        Seed = plan.Terms.Seed,
        OffsetBps = plan.Terms.OffsetBps,
        Quantity = plan.Quantity.Value,
        LotSize = plan.LotSize,
        TickSize = plan.TickSize,
        StartedAt = plan.StartedAt,
        Price = plan.Price,
        ReplacedThrough = plan.ReplacedThrough,
        ConfirmedThrough = plan.ConfirmedThrough,
        Ended = plan.Ended,
    };

    public LegPlan ToPlan() => new(
        new ClearanceId(ClearanceId),
        Leg,
        Kernel.InstrumentId.Parse(InstrumentId),
        new StrategyTerms(Enum.Parse<StrategyKind>(Kind), Slices, Every, JitterShare, Seed, OffsetBps),
        new Quantity(Quantity),
        LotSize,
        TickSize,
        StartedAt,
        Price,
        ReplacedThrough,
        ConfirmedThrough,
        Ended);
}
