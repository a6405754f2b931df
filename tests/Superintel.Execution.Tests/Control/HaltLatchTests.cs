using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Service.Adapters.Execution.Halt;
using Superintel.Execution.Tests.Fakes;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Control;

/// <summary>The halt that came without the store.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HaltLatchTests
{
    private readonly string path = Path.Combine(Scratch.Folder("halt"), "execution-halt");
    private readonly MemoryTradingControl stored = new();
    private readonly CountedLog<HaltLatch> log = new();

    [SetUp]
    public void Halt() => Latch().Set("fire", "local:ada");

    [Test]
    public async Task Halt_survives_a_restart_and_stands_above_the_store()
    {
        var control = new LatchedTradingControl(stored, Latch());
        Assert.That(await control.Get(default), Is.EqualTo(new TradingControl(TradingState.Halted, 0)));
    }

    [Test]
    public async Task Halt_is_given_up_when_a_transaction_finds_that_a_newer_one_is_stored()
    {
        var latch = Latch();
        var first = new LatchedTradingControl(stored, latch);
        await first.Get(default);
        await first.Set(new TradingControl(TradingState.Halted, 1), default);
        await first.Get(default);
        Assert.That(latch.IsSet, Is.True, "what it wrote may yet be rolled back");
        await new LatchedTradingControl(stored, latch).Get(default);
        Assert.That((latch.IsSet, File.Exists(path)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Halt_that_was_loosened_in_the_transaction_that_stored_it_is_given_up()
    {
        var latch = Latch();
        await Follow(latch, (TradingState.Halted, 5), (TradingState.Active, 6));
        Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Active));
        Assert.That((latch.IsSet, File.Exists(path)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Halt_outlasts_an_older_one_whose_end_is_still_on_its_way()
    {
        await stored.Set(new TradingControl(TradingState.Halted, 5), default);
        var latch = Latch();
        await Look(latch);
        await Follow(latch, (TradingState.Active, 6));
        Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Halted), "the operator halted after the desk was set free");

        latch = Latch();
        await Follow(latch, (TradingState.Halted, 7));
        await Follow(latch, (TradingState.Active, 8));
        Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Active));
    }

    [Test]
    public async Task Halt_that_names_its_change_is_given_up_when_that_is_stored_however_late_it_is_read()
    {
        File.Delete(path);
        var latch = Latch();
        latch.Expect(3);
        await stored.Set(new TradingControl(TradingState.Halted, 2), default);
        await Look(latch);
        Assert.That(latch.IsSet, Is.True, "an older halt is not this one");
        await stored.Set(new TradingControl(TradingState.Active, 4) { LastHalted = 3 }, default);
        Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Active));
    }

    [Test]
    public async Task Halt_that_comes_while_the_store_is_read_is_not_given_up_for_what_was_read()
    {
        File.Delete(path);
        var latch = Latch();
        var read = latch.Times;
        latch.Expect(1);
        latch.Compare(new TradingControl(TradingState.Halted, 9), read);
        Assert.That(latch.IsSet, Is.True);
        await Look(latch);
        Assert.That(latch.IsSet, Is.True, "the store has none");
    }

    [Test]
    public async Task Halt_whose_file_cannot_be_deleted_stays_and_stops_nobody_else()
    {
        var latch = Latch();
        await Look(latch);
        File.Delete(path);
        Directory.CreateDirectory(path); // what nobody can delete as a file
        await Follow(latch, (TradingState.Halted, 1), (TradingState.Active, 2));
        for (var look = 0; look < 3; look++) Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Halted));
        Assert.That(log.Count, Is.EqualTo(1), "once is enough");

        Directory.Delete(path);
        Assert.That((await Look(latch)).State, Is.EqualTo(TradingState.Active));
    }

    private HaltLatch Latch() => new(path, log);

    private ValueTask<TradingControl> Look(HaltLatch latch) => new LatchedTradingControl(stored, latch).Get(default);

    // One transaction for all.
    private async Task Follow(HaltLatch latch, params (TradingState State, long Version)[] changes)
    {
        var control = new LatchedTradingControl(stored, latch);
        foreach (var (state, version) in changes)
        {
            var before = await control.Get(default);
            await control.Set(new TradingControl(state, version).After(before), default);
        }
    }
}
