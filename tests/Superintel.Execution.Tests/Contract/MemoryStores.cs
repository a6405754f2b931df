using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Execution.Trading.Paper.Ports;

namespace Superintel.Execution.Tests.Contract;

public sealed class MemoryStores : IStores
{
    public IOrderBook Orders { get; } = new MemoryOrderBook();

    public IFillLedger Ledger { get; } = new MemoryFillLedger();

    public IPairOrders Pairs { get; } = new MemoryPairOrders();

    public IClearances Clearances { get; } = new MemoryClearances();

    public ITradingControl Control { get; } = new MemoryTradingControl();

    public IInstruments Instruments { get; } = new MemoryInstruments();

    public IBlockedInstruments Blocked { get; } = new MemoryBlockedInstruments();

    public ILegPlans Plans { get; } = new MemoryLegPlans();

    public IExternalOrders Externals { get; } = new MemoryExternalOrders();

    public IExternalHoldings Holdings { get; } = new MemoryExternalHoldings();

    public IPaperBook Paper { get; } = new MemoryPaperBook();

    public Task Open() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
