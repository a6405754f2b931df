namespace Superintel.Venue.Binance.Messages;

/// <summary>The spot account.</summary>
/// <param name="CanTrade">False: the key or the account may not place orders.</param>
public sealed record Account(bool CanTrade, string AccountType, IReadOnlyList<Balance> Balances);
