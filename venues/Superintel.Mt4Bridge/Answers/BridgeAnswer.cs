using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Answers;

/// <summary>A status of the contract with its body.</summary>
internal sealed record BridgeAnswer(int Status, object Body)
{
    public static BridgeAnswer Ok(object body) => new(200, body);

    /// <summary>Nothing left for the terminal.</summary>
    public static BridgeAnswer NotPlaced(int status, string code, string message, int mtCode = 0) =>
        Problem(status, new Mt4Problem(code, mtCode, message, Retryable: status >= 429, "NOT_PLACED"));

    public static BridgeAnswer NotFound(string what) => Problem(404, new Mt4Problem("NOT_FOUND", 0, what, Retryable: false, null));

    /// <summary>What MetaTrader's error means.</summary>
    public static BridgeAnswer Of(int mtCode, string message)
    {
        var (status, code) = TradeError.Of(mtCode);
        var told = mtCode == TradeError.Withdrawn ? TradeError.NoConnection : mtCode;
        return TradeError.IsProof(mtCode)
            ? NotPlaced(status, code, message, told)
            : Problem(status, new Mt4Problem(code, told, message, Retryable: false, OrderState.Unknown));
    }

    public static BridgeAnswer Offline() =>
        NotPlaced(503, "TERMINAL_OFFLINE", "the terminal is not there, or not connected to its broker", TradeError.NoConnection);

    private static BridgeAnswer Problem(int status, Mt4Problem problem) =>
        new(status, new Dictionary<string, Mt4Problem>(StringComparer.Ordinal) { ["error"] = problem });
}
