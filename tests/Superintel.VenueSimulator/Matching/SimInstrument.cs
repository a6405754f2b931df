namespace Superintel.VenueSimulator.Matching;

/// <summary>What a simulated venue trades.</summary>
/// <param name="Symbol">The venue's own symbol.</param>
/// <param name="Base">What one unit is: BTC, EUR, or the symbol itself.</param>
/// <param name="Quote">Currency of its price.</param>
/// <param name="TickSize">Smallest step of a price.</param>
/// <param name="LotSize">Smallest step of a quantity.</param>
/// <param name="OpeningPrice">Middle of the first quote.</param>
/// <param name="TypicalSize">Size of a level of its book, units.</param>
public sealed record SimInstrument(
    string Symbol, string Base, string Quote, decimal TickSize, decimal LotSize, decimal OpeningPrice, decimal TypicalSize);
