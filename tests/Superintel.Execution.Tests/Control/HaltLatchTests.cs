using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Service.Adapters.Execution.Halt;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Control;

/// <summary>The halt that came without the store.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HaltLatchTests
{
    private readonly string path = Path.Combine(Scratch.Folder("halt"), "execution-halt");
    private readonly MemoryTradingControl stored = new();

    [SetUp]
    public void Halt() => new HaltLatch(path).Set("fire", "local:ada");

    [Test]
    public async Task Halt_survives_a_restart_and_stands_above_the_store()
    {
        var control = new LatchedTradingControl(stored, new HaltLatch(path));
        Assert.That(await control.Get(default), Is.EqualTo(new TradingControl(TradingState.Halted, 0)));
    }

    [Test]
    public async Task Halt_is_given_up_when_a_transaction_finds_the_store_halted()
    {
        var latch = new HaltLatch(path);
        var first = new LatchedTradingControl(stored, latch);
        await first.Set(new TradingControl(TradingState.Halted, 1), default);
        await first.Get(default);
        Assert.That(latch.IsSet, Is.True, "what it wrote may yet be rolled back");
        await new LatchedTradingControl(stored, latch).Get(default);
        Assert.That((latch.IsSet, File.Exists(path)), Is.EqualTo((false, false)));
    }
}
