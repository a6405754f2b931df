using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;

namespace Superintel.Risk.Tests.Verdicts;

public sealed class VerdictPropertyTests
{
    private static readonly string[] guards =
    [
        LimitCatalogue.AssetExposure, LimitCatalogue.GrossExposure, LimitCatalogue.NetExposure, LimitCatalogue.Leverage,
        LimitCatalogue.Cvar95, LimitCatalogue.Correlation, LimitCatalogue.OrderRate, LimitCatalogue.OrderCount, LimitCatalogue.PriceCollar,
    ];

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property Loosening_a_limit_never_turns_a_clearance_into_a_veto(PositiveInt which, PositiveInt share, PositiveInt size)
    {
        var limit = LimitCatalogue.Find(guards[which.Get % guards.Length])!;
        var tight = limit.Minimum + (limit.Default - limit.Minimum) * (share.Get % 100) / 100.0;
        return (!Clears(limit.Name, tight, size.Get) || Clears(limit.Name, limit.Maximum, size.Get)).ToProperty();
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public Property Codes_under_a_looser_limit_are_codes_under_the_tighter(PositiveInt which, PositiveInt size)
    {
        var limit = LimitCatalogue.Find(guards[which.Get % guards.Length])!;
        return Codes(limit.Name, limit.Maximum, size.Get).All(Codes(limit.Name, limit.Minimum, size.Get).Contains).ToProperty();
    }

    private static bool Clears(string limit, double value, int size) => Codes(limit, value, size).Length == 0;

    private static string[] Codes(string limit, double value, int size)
    {
        var desk = new Desk(days: 101);
        desk.Hold("d0", Desk.OtherPair, 100);
        Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(limit, value, "test", "ada"), CancellationToken.None));
        desk.Approve(desk.Proposal(quantity: 1 + size % 1200));
        return [.. desk.Events.Of<OrderVetoed>().SelectMany(veto => veto.Reasons.Select(reason => reason.Code))];
    }
}
