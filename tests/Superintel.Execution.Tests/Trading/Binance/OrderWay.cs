namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>How a test's orders go to the exchange.</summary>
public enum OrderWay
{
    /// <summary>As it comes: the first ones over REST, later ones over the WebSocket API, each signed.</summary>
    Either = 0,

    /// <summary>The WebSocket API cannot be reached.</summary>
    Rest = 1,

    /// <summary>Over the WebSocket API, each signed.</summary>
    Signed = 2,

    /// <summary>Over the WebSocket API, logged on with an Ed25519 key.</summary>
    LoggedOn = 3,
}
