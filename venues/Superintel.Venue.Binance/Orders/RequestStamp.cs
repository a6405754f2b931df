using Superintel.Venue.Binance.Signing;

namespace Superintel.Venue.Binance.Orders;

/// <summary>What shows that a request is the account's and new.</summary>
/// <param name="Signer">Null: the connection is logged on, which stands for key and signature.</param>
/// <param name="ReceiveWindow">How old it may be when it arrives.</param>
/// <param name="NowMs">The exchange's time, milliseconds since 1970.</param>
public readonly record struct RequestStamp(ISigner? Signer, TimeSpan ReceiveWindow, long NowMs);
