namespace Superintel.Venue.Binance.Messages;

/// <summary>What the account has of one asset.</summary>
/// <param name="Locked">Bound by working orders.</param>
public sealed record Balance(string Asset, decimal Free, decimal Locked)
{
    public decimal Total => Free + Locked;
}
