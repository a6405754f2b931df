namespace Superintel.Execution.Trading;

/// <summary>The venue's book at one moment: what works and what is held, everybody's orders included.</summary>
public sealed record BrokerSnapshot(IReadOnlyList<BrokerOrder> WorkingOrders, IReadOnlyList<BrokerPosition> Positions);
