namespace Superintel.Venue.Ibkr.Session;

/// <summary>TWS's numbers, sorted by what they ask of us. IB, API message codes; Lean's lists as a cross-check.</summary>
public static class TwsErrors
{
    /// <param name="code">TWS's number.</param>
    /// <param name="aboutOrder">The message names an order of ours, not a request.</param>
    public static TwsErrorClass Classify(int code, bool aboutOrder) => code switch
    {
        2103 or 2105 or 2157 or 2119 => TwsErrorClass.FarmDown,
        2104 or 2106 or 2158 => TwsErrorClass.FarmUp,
        2107 or 2108 => TwsErrorClass.FarmIdle,
        1100 or 2110 => TwsErrorClass.ConnectionLost,
        1101 => TwsErrorClass.RestoredDataLost,
        1102 => TwsErrorClass.RestoredDataKept,
        100 or 326 or 501 or 502 or 503 or 504 or 506 or 1300 => TwsErrorClass.Fatal,
        103 => TwsErrorClass.DuplicateOrderId,
        320 or 322 or 323 => TwsErrorClass.Doubtful,
        202 => TwsErrorClass.OrderCanceled,
        399 or 404 or 2109 => TwsErrorClass.OrderWarning,
        135 or 136 or 161 or 10147 or 10148 => TwsErrorClass.CancelRefused,
        316 or 317 => TwsErrorClass.DepthReset,
        101 or 309 or 10190 or 10197 or 420 => TwsErrorClass.Pacing,
        354 or 10089 or 10167 or 10168 or 10090 => TwsErrorClass.NoPermission,
        104 or 105 or 2102 => TwsErrorClass.OrderWarning,
        >= 2100 and < 2200 or 300 or 10349 => TwsErrorClass.Information,
        200 or 460 or 203 when aboutOrder => TwsErrorClass.OrderRejected,
        201 or (>= 106 and <= 168) or (>= 312 and <= 449) or 434 or (>= 10002 and <= 10020) when aboutOrder => TwsErrorClass.OrderRejected,
        _ => TwsErrorClass.Request,
    };

    /// <summary>The stable code of a refused request: what the login has no room for, what came too fast, or anything else.</summary>
    public static string RefusalOf(int code, string text) => Classify(code, aboutOrder: false) switch
    {
        TwsErrorClass.Pacing => "venue-limit",
        _ when code == 162 && text.Contains("pacing", StringComparison.OrdinalIgnoreCase) => "venue-pace",
        TwsErrorClass.NoPermission => "no-permission",
        _ => "request-refused",
    };
}
