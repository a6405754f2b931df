using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

/// <summary>What the client holds: a balance per asset, and a position with its average price per symbol.</summary>
public sealed class SimAccount
{
    private readonly SortedDictionary<string, decimal> balances = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (decimal Quantity, decimal Cost)> positions = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, decimal> Balances => balances;

    /// <summary>Signed quantity and average price of each symbol that is held.</summary>
    public IEnumerable<(string Symbol, decimal Quantity, decimal AveragePrice)> Positions => positions
        .Where(position => position.Value.Quantity != 0m)
        .Select(position => (position.Key, position.Value.Quantity, position.Value.Cost / position.Value.Quantity));

    public void Deposit(string asset, decimal amount) => balances[asset] = balances.GetValueOrDefault(asset) + amount;

    /// <summary>Puts a position there that no order made: the phantom that a venue's data error shows.</summary>
    public void Plant(string symbol, decimal quantity, decimal price) => Move(symbol, quantity, price);

    public void Apply(SimInstrument instrument, SimFill fill) => Apply(instrument, fill, 1m);

    /// <summary>Takes back what a fill moved.</summary>
    public void Reverse(SimInstrument instrument, SimFill fill) => Apply(instrument, fill, -1m);

    private void Apply(SimInstrument instrument, SimFill fill, decimal sign)
    {
        var signed = sign * (fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
        Deposit(instrument.Base, signed);
        Deposit(instrument.Quote, -signed * fill.Price);
        Deposit(fill.FeeCurrency, -sign * fill.Fee);
        Move(instrument.Symbol, signed, fill.Price);
    }

    private void Move(string symbol, decimal signed, decimal price)
    {
        var (quantity, cost) = positions.GetValueOrDefault(symbol);
        var after = quantity + signed;
        if (quantity == 0m || Math.Sign(quantity) == Math.Sign(signed)) cost += signed * price;
        else if (Math.Sign(after) == Math.Sign(quantity)) cost *= after / quantity;
        else cost = after * price;
        positions[symbol] = (after, cost);
    }
}
