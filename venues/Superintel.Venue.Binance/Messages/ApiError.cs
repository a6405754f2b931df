namespace Superintel.Venue.Binance.Messages;

/// <summary>Binance's own error: {"code":-1121,"msg":"Invalid symbol."}.</summary>
public sealed record ApiError(int Code, string Text);
