using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Simulation.Backtest;

/// <summary>Watches a run and keeps what the report needs.</summary>
public sealed class BacktestRecorder
{
    private readonly RoundTripLedger trips = new();
    private readonly List<EquityPoint> equity = [];

    public OrderListHash Orders { get; } = new();

    public IReadOnlyList<RoundTrip> Trips => trips.Closed;

    public IReadOnlyList<EquityPoint> Equity => equity;

    public string Currency { get; private set; } = "USD";

    public decimal Commissions { get; private set; }

    public long Bars { get; private set; }

    public long Slices { get; private set; }

    public int Signals { get; private set; }

    public int Fills { get; private set; }

    public int Declined { get; private set; }

    public int Vetoed { get; private set; }

    public int Denied { get; private set; }

    public void Observe(IEvent happened)
    {
        switch (happened)
        {
            case BarClosed slice:
                (Slices, Bars) = (Slices + 1, Bars + slice.Bars.Count);
                break;
            case SignalGenerated: Signals++; break;
            case ProposalDeclined: Declined++; break;
            case OrderVetoed: Vetoed++; break;
            case OrderDenied: Denied++; break;
            case OrderSubmitted order: Orders.Apply(order); break;
            case OrderClosed order: Orders.Apply(order); break;
            case OrderFilled fill:
                Fills++;
                trips.Apply(fill);
                break;
            case PortfolioValued valued:
                (Currency, Commissions) = (valued.Currency, valued.Commissions);
                equity.Add(new EquityPoint(valued.OccurredAt, valued.NetAssetValue));
                break;
        }
    }
}
