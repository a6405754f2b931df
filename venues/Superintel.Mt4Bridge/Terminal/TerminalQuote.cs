namespace Superintel.Mt4Bridge.Terminal;

/// <summary>Best prices of a symbol of the terminal.</summary>
internal sealed record TerminalQuote(string Symbol, decimal Bid, decimal Ask, DateTimeOffset At);
