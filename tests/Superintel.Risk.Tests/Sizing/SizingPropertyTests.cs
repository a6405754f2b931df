using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Tests.Sizing;

public sealed class SizingPropertyTests
{
    private static readonly string[] exposureCodes =
        [ReasonCode.AssetLimit.Code, ReasonCode.GrossLimit.Code, ReasonCode.LeverageLimit.Code, ReasonCode.PriceCollar.Code];

    private static readonly ReasonCode[] tooSmall = [ReasonCode.BelowOneLot, ReasonCode.BelowMinimum];

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property What_sizing_allows_no_exposure_limit_vetoes(int direction, PositiveInt hedge, PositiveInt volatility, PositiveInt held)
    {
        var desk = new Desk(days: 101);
        desk.Hold("d0", Desk.OtherPair, 1 + held.Get % 400);
        var request = desk.Ask(
            direction: direction % 2 == 0 ? 0.9 : -0.9,
            hedge: 0.1 + hedge.Get % 40 / 10.0,
            volatility: 0.001 + volatility.Get % 100 / 1000.0);
        var sized = desk.Size(request);
        if (sized.Refusal is not null) return tooSmall.Contains(sized.Refusal.Code).ToProperty();
        desk.Approve(desk.Proposal() with { Legs = [.. sized.Legs.Select(leg => leg.ToContract())] });
        var codes = desk.Events.Of<OrderVetoed>().SelectMany(veto => veto.Reasons.Select(reason => reason.Code));
        return (!codes.Intersect(exposureCodes).Any()).ToProperty();
    }
}
