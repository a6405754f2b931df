using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Paper.Ports;

namespace Superintel.Execution.Tests.Contract;

/// <summary>All stores of one kind, empty. The contract suites run over each kind.</summary>
public interface IStores : IAsyncDisposable
{
    IOrderBook Orders { get; }

    IFillLedger Ledger { get; }

    IPairOrders Pairs { get; }

    IClearances Clearances { get; }

    ITradingControl Control { get; }

    IInstruments Instruments { get; }

    IBlockedInstruments Blocked { get; }

    ILegPlans Plans { get; }

    IExternalOrders Externals { get; }

    IExternalHoldings Holdings { get; }

    IPaperBook Paper { get; }

    Task Open();
}
