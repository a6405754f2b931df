using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>An order that a person types in at the venue, beside the desk's, and takes back when it does not trade.</summary>
/// <param name="After">Clearances that were told before.</param>
/// <param name="Instrument">Which of the session's.</param>
/// <param name="Ticks">How far the limit is from the market, on the side that waits; a stop is at the market.</param>
/// <param name="Patience">Steps of the market from the desk's seeing it until it is taken back.</param>
/// <param name="Acknowledged">A senior lets the desk trade beside it.</param>
internal sealed record ByHand(
    int Number, int After, int Instrument, Side Side, SimOrderType Type, int Ticks, int Patience, bool Acknowledged)
{
    private const string Prefix = "by-hand-";
    private const decimal LeastQuantities = 3m;

    public string Name => $"{Prefix}{Number}";

    public static bool IsNamed(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    public static ByHand Of(int number, int clearances, Random draw, bool stops) => new(
        number,
        draw.Next(1, clearances + 1),
        draw.Next(2),
        draw.Next(2) == 0 ? Side.Buy : Side.Sell,
        stops || draw.Next(3) == 0 ? SimOrderType.Stop : SimOrderType.Limit,
        draw.Next(3) switch { 0 => 1, 1 => 4, _ => 2_000 },
        draw.Next(5, 40),
        draw.Next(2) == 0);

    public SimTicket Ticket(TradedVenue venue)
    {
        var one = venue.Instruments[Instrument];
        var last = venue.Exchange.Read(e => e.Book(one.Symbol).Last);
        var waits = last - (Side.Sign() * Ticks * one.TickSize);
        return new SimTicket(
            Name, one.Symbol, Side, Type, LeastQuantities * one.Quantities.Least,
            LimitPrice: Type == SimOrderType.Limit ? waits : null, StopPrice: Type == SimOrderType.Stop ? last : null);
    }

    public override string ToString() =>
        $"{Side} {Type} {Ticks} ticks away after {After} clearances{(Acknowledged ? ", acknowledged" : "")}";
}
