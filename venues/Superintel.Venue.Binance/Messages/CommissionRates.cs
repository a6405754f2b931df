namespace Superintel.Venue.Binance.Messages;

/// <summary>What a trade of one order would pay, as shares of what it gives the account: standard, special and tax together, without
/// the discount of whoever pays in another asset.</summary>
/// <param name="Maker">Of what waits in the book; 0.001 is a tenth of a percent.</param>
/// <param name="Taker">Of what meets it.</param>
/// <param name="DiscountAsset">Paying in it costs less; empty: that is not switched on.</param>
public sealed record CommissionRates(decimal Maker, decimal Taker, string DiscountAsset);
