namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders that hang together.</summary>
/// <param name="Contingency">OCO: one cancels the other; OTO: one, filled, sends the others.</param>
/// <param name="Working">The order that the others wait for; 0: they wait for none.</param>
/// <param name="Legs">The others, of which one ends the other.</param>
internal sealed record OrderList(
    long Id, string Name, string Symbol, string Contingency, long Working, IReadOnlyList<long> Legs, long CreatedMs)
{
    public IEnumerable<long> All => Working > 0 ? Legs.Prepend(Working) : Legs;
}
