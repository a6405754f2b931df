using Superintel.Venue.Binance.Signing;

namespace Superintel.Venue.Binance.Transport;

/// <summary>One REST call.</summary>
/// <param name="Path">For example /api/v3/order.</param>
/// <param name="Weight">What it costs of the exchange's minute.</param>
/// <param name="Order">It changes orders, so a broken answer leaves the outcome unknown.</param>
/// <param name="Places">It is a new order, which the account's own limits are for.</param>
public sealed record RestCall(
    HttpMethod Method, string Path, RequestParameters Parameters, Security Security, int Weight, bool Order = false, bool Places = false);
