using Superintel.Mt4Bridge.Orders;
using Superintel.Mt4Bridge.Terminal;

namespace Superintel.Mt4Bridge;

/// <summary>What the bridge's two sides share; everything in it only inside the gate.</summary>
internal sealed class BridgeState(BridgeOptions options, TimeProvider clock, ILogger log) : IDisposable
{
    public Lock Gate { get; } = new();

    public BridgeOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public ILogger Log { get; } = log;

    public OrderLedger Ledger { get; } = new(options.Folder, clock, log);

    public TerminalLink Terminal { get; } = new(clock, options.Silence);

    public HistoryQuestions History { get; } = new();

    public void Dispose() => Ledger.Dispose();
}
