using Superintel.Kernel;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ControlsContract(StoreKind kind) : StoreContract(kind)
{
    [Test]
    public async Task Kill_switch_that_was_never_moved_is_active() =>
        Assert.That(await With(s => s.KillSwitch.Current(default)), Is.EqualTo(SwitchPosition.Initial));

    [Test]
    public async Task Kill_switch_is_where_it_was_put()
    {
        var moved = SwitchPosition.Initial.Move(TradingState.Halted, true, "news", "ada", Desk.Start);
        Assert.That(await With(s => s.KillSwitch.TrySave(moved, default)), Is.True);
        Assert.That(await With(s => s.KillSwitch.Current(default)), Is.EqualTo(moved));
    }

    [Test]
    public async Task Kill_switch_of_two_people_moves_for_the_first()
    {
        var first = SwitchPosition.Initial.Move(TradingState.Halted, false, "one", "ada", Desk.Start);
        var second = SwitchPosition.Initial.Move(TradingState.ReduceOnly, false, "two", "bob", Desk.Start);
        var later = first.Move(TradingState.ReduceOnly, false, "three", "bob", Desk.Start) with { Version = 3 };
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.KillSwitch.TrySave(first, default)), Is.True);
            Assert.That(await With(s => s.KillSwitch.TrySave(second, default)), Is.False);
            Assert.That(await With(s => s.KillSwitch.TrySave(later, default)), Is.False, "a version was skipped");
            Assert.That((await With(s => s.KillSwitch.Current(default))).By, Is.EqualTo("ada"));
        });
    }

    [Test]
    public async Task Tries_of_a_flatten_are_kept_by_pair_and_those_of_an_earlier_one_are_gone()
    {
        var (bbb, aaa) = (FlattenTry.First(1, "BBB.XNYS~CCC.XNYS"), FlattenTry.First(1, "AAA.XNYS~BBB.XNYS"));
        var started = aaa.Clear(0, Desk.Start);
        await With(s => s.FlattenTries.Save(bbb.Clear(0, Desk.Start) with { Denied = "no-route" }, default));
        await With(s => s.FlattenTries.Save(started, default));
        await With(s => s.FlattenTries.Save(started with { Placed = 1, GaveUp = true }, default));
        Assert.That(
            await With(s => s.FlattenTries.Of(1, default)),
            Is.EqualTo(new[] { started with { Placed = 1, GaveUp = true }, bbb.Clear(0, Desk.Start) with { Denied = "no-route" } }));
        await With(s => s.FlattenTries.Save(started with { Version = 3 }, default));
        Assert.That((await With(s => s.FlattenTries.Of(3, default))).Single(), Is.EqualTo(started with { Version = 3 }));
        Assert.That(await With(s => s.FlattenTries.Of(1, default)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limits_that_were_changed_are_listed_by_name()
    {
        var (cvar, leverage) = (Changed("cvar-95", 0.02, 1), Changed("leverage", 1.5, 1));
        await With(s => s.Limits.TrySave(leverage, default));
        await With(s => s.Limits.TrySave(cvar, default));
        await With(s => s.Limits.TrySave(Changed("cvar-95", 0.01, 2), default));
        Assert.That(await With(s => s.Limits.Changed(default)), Is.EqualTo(new[] { Changed("cvar-95", 0.01, 2), leverage }));
    }

    [Test]
    public async Task Limit_of_two_people_changes_for_the_first()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Limits.TrySave(Changed("cvar-95", 0.02, 2), default)), Is.False);
            Assert.That(await With(s => s.Limits.TrySave(Changed("cvar-95", 0.02, 1), default)), Is.True);
            Assert.That(await With(s => s.Limits.TrySave(Changed("cvar-95", 0.04, 1), default)), Is.False);
            Assert.That((await With(s => s.Limits.Changed(default))).Single().Value, Is.EqualTo(0.02));
        });
    }

    private static RiskLimit Changed(string name, double value, long version) =>
        new(LimitCatalogue.Find(name)!, value, version, "ada", Desk.Start);
}
