using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.Limits.ChangeLimit;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Tests;

/// <summary>What tests ask a desk.</summary>
internal static class DeskQuestions
{
    /// <summary>Codes of a decision's vetoes.</summary>
    public static string[] Codes(this Desk desk, string decision) =>
    [
        .. desk.Events.Of<OrderVetoed>().Where(veto => veto.DecisionId == decision).SelectMany(veto => veto.Reasons.Select(r => r.Code)),
    ];

    public static string[] Codes(this Desk desk) => desk.Codes("d1");

    public static OrderCleared Cleared(this Desk desk, string decision)
    {
        Assert.That(desk.Codes(decision), Is.Empty);
        return desk.Events.Of<OrderCleared>().Single(cleared => cleared.DecisionId == decision);
    }

    /// <summary>What the book carries, with options of one's own.</summary>
    public static RiskReport Describe(this Desk desk, RiskOptions? options = null)
    {
        var (risk, own) = (desk.Risk, options ?? desk.Options);
        var describe = new DescribeRisk(
            new ReadPortfolio(risk.Positions, risk.Cash, desk.Options), new ReadMarket(risk.Instruments, risk.Closes, desk.Options),
            risk.Closes, risk.Reservations, risk.External, risk.Volumes, own, desk.Clock);
        return Desk.Done(describe.Handle(CancellationToken.None))!;
    }

    public static void SetLimit(this Desk desk, string limit, double value)
    {
        var result = Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(limit, value, "test", "ada"), CancellationToken.None));
        Assert.That(result.Code, Is.Null, result.Detail);
    }

    public static string? Refusal(this Desk desk, SizeRequest request) => desk.Size(request).Refusal?.Code.Code;

    public static SwitchResult Switch(this Desk desk, TradingState state, bool flatten = false, bool senior = true) =>
        Desk.Done(desk.Risk.MoveKillSwitch.Handle(new SwitchRequest(state, flatten, "test", "ada", senior), CancellationToken.None));
}
