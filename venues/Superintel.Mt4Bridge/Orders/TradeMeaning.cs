namespace Superintel.Mt4Bridge.Orders;

/// <summary>A trade error in the contract's words.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Code">The contract's.</param>
internal sealed record TradeMeaning(TradeErrorKind Kind, int Status, string Code);
