using Superintel.Venue.Binance.Streams;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>What the venue's adapter says; texts come redacted.</summary>
internal sealed partial class BinanceLog(ILogger<BinanceLog> log)
{
    public void Connected(int number) => Connected(log, number);

    public void Down(string code, string text) => Down(log, code, text);

    public void Unreadable(string error) => Unreadable(log, error);

    public void Missed(string symbol, string failure) => Missed(log, symbol, failure);

    /// <summary>Of the connection that orders go over.</summary>
    public void Orders(StreamItem item)
    {
        if (item is StreamItem.Connected connected) OrdersConnected(log, connected.Number);
        if (item is StreamItem.Down down) OrdersDown(log, down.Code, down.Text);
    }

    [LoggerMessage(5311, LogLevel.Information, "the user stream of binance stands, connection {Number}")]
    private static partial void Connected(ILogger logger, int number);

    [LoggerMessage(5312, LogLevel.Warning, "the user stream of binance is down: {Code} {Text}")]
    private static partial void Down(ILogger logger, string code, string text);

    [LoggerMessage(5313, LogLevel.Warning, "binance said something unreadable ({Error}); the stream is connected anew")]
    private static partial void Unreadable(ILogger logger, string error);

    [LoggerMessage(5314, LogLevel.Warning, "trades of {Symbol} that may have been missed could not be asked for: {Failure}")]
    private static partial void Missed(ILogger logger, string symbol, string failure);

    [LoggerMessage(5315, LogLevel.Information, "orders to binance go over the WebSocket API, connection {Number}")]
    private static partial void OrdersConnected(ILogger logger, int number);

    [LoggerMessage(5316, LogLevel.Warning, "orders to binance go over REST, the connection of the WebSocket API is down: {Code} {Text}")]
    private static partial void OrdersDown(ILogger logger, string code, string text);
}
