using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.MoveKillSwitch;

namespace Superintel.Risk.Tests.KillSwitch;

public sealed class MoveKillSwitchTests
{
    [Test]
    public void Move_is_stored_counted_and_told()
    {
        var desk = new Desk();
        var moved = desk.Switch(TradingState.Halted);
        var told = desk.Events.Of<TradingStateChanged>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(moved.Position!.State, Is.EqualTo(TradingState.Halted));
            Assert.That((told.State, told.Flatten, told.By, told.Version), Is.EqualTo(("halted", false, "ada", 1L)));
        });
    }

    [TestCase(TradingState.Active, TradingState.Active, true)]
    [TestCase(TradingState.Active, TradingState.ReduceOnly, true)]
    [TestCase(TradingState.Active, TradingState.Halted, true)]
    [TestCase(TradingState.ReduceOnly, TradingState.Active, false)]
    [TestCase(TradingState.ReduceOnly, TradingState.ReduceOnly, true)]
    [TestCase(TradingState.ReduceOnly, TradingState.Halted, true)]
    [TestCase(TradingState.Halted, TradingState.Active, false)]
    [TestCase(TradingState.Halted, TradingState.ReduceOnly, false)]
    [TestCase(TradingState.Halted, TradingState.Halted, true)]
    public void Trader_may_tighten_and_only_a_senior_may_loosen(TradingState from, TradingState to, bool mayTrader)
    {
        var desk = new Desk();
        desk.Switch(from);
        Assert.Multiple(() =>
        {
            Assert.That(desk.Switch(to, senior: false).Code, Is.EqualTo(mayTrader ? null : "role-required"));
            Assert.That(desk.Switch(to, senior: true).Code, Is.Null);
        });
    }

    [Test]
    public void Move_without_a_reason_is_refused()
    {
        var desk = new Desk();
        var request = new SwitchRequest(TradingState.Halted, false, "  ", "ada", true);
        Assert.That(Desk.Done(desk.Risk.MoveKillSwitch.Handle(request, CancellationToken.None)).Code, Is.EqualTo("reason-required"));
    }

    [Test]
    public void Flatten_while_entries_are_let_through_is_refused() =>
        Assert.That(new Desk().Switch(TradingState.Active, flatten: true).Code, Is.EqualTo("flatten-needs-stop"));
}
