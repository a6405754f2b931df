using Superintel.Contracts.Events.V1;

namespace Superintel.Simulation.Backtest;

/// <summary>Turns fills into round trips.</summary>
public sealed class RoundTripLedger
{
    private readonly SortedDictionary<string, OpenTrip> open = new(StringComparer.Ordinal);
    private readonly List<RoundTrip> closed = [];

    public IReadOnlyList<RoundTrip> Closed => closed;

    public void Apply(OrderFilled fill)
    {
        if (!open.TryGetValue(fill.PairId, out var trip)) open[fill.PairId] = trip = new OpenTrip(fill.OccurredAt);
        trip.Apply(fill);
        if (!trip.IsFlat) return;
        closed.Add(new RoundTrip(fill.PairId, trip.OpenedAt, fill.OccurredAt, trip.Cash, trip.Commission, trip.Fills));
        open.Remove(fill.PairId);
    }

    private sealed class OpenTrip(DateTimeOffset openedAt)
    {
        private readonly SortedDictionary<string, decimal> quantities = new(StringComparer.Ordinal);

        public DateTimeOffset OpenedAt => openedAt;

        public decimal Cash { get; private set; }

        public decimal Commission { get; private set; }

        public int Fills { get; private set; }

        public bool IsFlat => quantities.Values.All(quantity => quantity == 0m);

        public void Apply(OrderFilled fill)
        {
            var signed = fill.Side == "buy" ? fill.Quantity : -fill.Quantity;
            quantities[fill.InstrumentId] = quantities.GetValueOrDefault(fill.InstrumentId) + signed;
            Cash -= signed * fill.Price + fill.Commission;
            Commission += fill.Commission;
            Fills++;
        }
    }
}
