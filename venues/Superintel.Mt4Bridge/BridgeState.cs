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

    /// <summary>Tickets that an order or a command is about to close.</summary>
    public HashSet<long> Taken() =>
    [
        .. Ledger.Open.SelectMany(order => order.Legs.Skip(order.Done)).Select(leg => leg.Ticket).OfType<long>(),
        .. Terminal.Commands.Where(command => command.By is not null)
            .SelectMany(command => new[] { command.Ticket, command.By }).OfType<long>(),
    ];

    public void Dispose() => Ledger.Dispose();
}
