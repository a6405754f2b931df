namespace Superintel.Venue.Binance.Messages;

/// <summary>Binance's own error: {"code":-1121,"msg":"Invalid symbol."}.</summary>
/// <param name="RetryAfter">How long it wants to be left alone, by the WebSocket API's data; zero when it did not say.</param>
public sealed record ApiError(int Code, string Text, TimeSpan RetryAfter = default);
