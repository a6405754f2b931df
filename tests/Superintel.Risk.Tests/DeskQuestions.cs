using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.Limits.ChangeLimit;
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

    public static void SetLimit(this Desk desk, string limit, double value)
    {
        var result = Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(limit, value, "test", "ada"), CancellationToken.None));
        Assert.That(result.Code, Is.Null, result.Detail);
    }

    public static string? Refusal(this Desk desk, SizeRequest request) => desk.Size(request).Refusal?.Code.Code;

    public static SwitchResult Switch(this Desk desk, TradingState state, bool flatten = false, bool senior = true) =>
        Desk.Done(desk.Risk.MoveKillSwitch.Handle(new SwitchRequest(state, flatten, "test", "ada", senior), CancellationToken.None));
}
