using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Answers;

/// <summary>A status of the contract with its body.</summary>
internal sealed record BridgeAnswer(int Status, object Body)
{
    public static BridgeAnswer Ok(object body) => new(200, body);

    /// <summary>Nothing left for the terminal; busy or away, it may be asked again.</summary>
    public static BridgeAnswer NotPlaced(int status, string code, string message, int mtCode = 0) =>
        NotPlaced(status, code, message, mtCode, isRetryable: status >= 429);

    public static BridgeAnswer NotFound(string what) => Problem(404, new Mt4Problem("NOT_FOUND", 0, what, Retryable: false, null));

    /// <summary>What MetaTrader's error means.</summary>
    /// <param name="isDeferred">Of an order: the same may come again. Null: by the status, as of what never left.</param>
    public static BridgeAnswer Of(int mtCode, string message, bool? isDeferred = null)
    {
        var (_, status, code) = TradeError.Of(mtCode);
        var told = mtCode == TradeError.Withdrawn ? TradeError.NoConnection : mtCode;
        return TradeError.IsProof(mtCode)
            ? NotPlaced(status, code, message, told, isDeferred ?? status >= 429)
            : Problem(status, new Mt4Problem(code, told, message, Retryable: false, OrderState.Unknown));
    }

    public static BridgeAnswer Offline() =>
        NotPlaced(503, "TERMINAL_OFFLINE", "the terminal is not there, or not connected to its broker", TradeError.NoConnection);

    private static BridgeAnswer NotPlaced(int status, string code, string message, int mtCode, bool isRetryable) =>
        Problem(status, new Mt4Problem(code, mtCode, message, isRetryable, "NOT_PLACED"));

    private static BridgeAnswer Problem(int status, Mt4Problem problem) =>
        new(status, new Dictionary<string, Mt4Problem>(StringComparer.Ordinal) { ["error"] = problem });
}
