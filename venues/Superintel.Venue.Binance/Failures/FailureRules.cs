using System.Net;
using Superintel.Venue.Binance.Messages;

namespace Superintel.Venue.Binance.Failures;

/// <summary>
/// Binance's status and error codes as what they prove (its rest-api.md and errors.md). A 5xx, -1006 and -1007 say that the outcome is
/// unknown, never that it failed.
/// </summary>
public static class FailureRules
{
    /// <summary>The address is shut out: HTTP 418.</summary>
    public const string Banned = "banned";

    /// <summary>Too many new orders that have not traded: -1015, of the account and not of the address.</summary>
    public const string OrdersLimited = "order-rate-limited";

    /// <summary>The order was canceled or expired without a trade, and so long ago that only this is known of it: -2026.</summary>
    public const string Archived = "archived";

    /// <param name="error">Null: the body was no error of Binance's.</param>
    public static Failure Of(HttpStatusCode status, ApiError? error, TimeSpan retryAfter)
    {
        var number = (int)status;
        var code = error?.Code ?? 0;
        var text = error?.Text ?? $"HTTP {number}";
        var (kind, name) = number switch
        {
            418 => (FailureKind.RateLimited, Banned),
            429 when code is not -1015 => (FailureKind.RateLimited, "rate-limited"),
            403 => error is null ? (FailureKind.NotTaken, "firewall") : ByCode(code, text),
            408 or >= 500 when code is not -1008 => (FailureKind.OutcomeUnknown, "outcome-unknown"),
            _ when error is null => (FailureKind.OutcomeUnknown, "unreadable-answer"),
            _ => ByCode(code, text),
        };
        return new Failure(kind, name, code, text, retryAfter);
    }

    private static (FailureKind Kind, string Code) ByCode(int code, string text) => code switch
    {
        -1000 or -1001 or -1006 or -1007 => (FailureKind.OutcomeUnknown, "outcome-unknown"),
        -1003 => (FailureKind.RateLimited, "rate-limited"),
        -1015 => (FailureKind.RateLimited, OrdersLimited),
        -1008 => (FailureKind.NotTaken, "overloaded"),
        -1021 => (FailureKind.ClockSkew, "clock-skew"),
        -1002 or -1022 or -2014 or -2015 => (FailureKind.Authentication, "authentication"),
        -1013 => (FailureKind.Rejected, "filter-failure"),
        -1121 => (FailureKind.Rejected, "bad-symbol"),
        <= -1100 and >= -1130 => (FailureKind.Rejected, "bad-parameter"),
        -2010 => NewOrderRejected(text),
        -4116 => (FailureKind.Duplicate, "duplicate"),
        -2011 or -2013 => (FailureKind.OrderNotFound, "order-not-found"),
        -2026 => (FailureKind.Rejected, Archived),
        -2019 => (FailureKind.Rejected, "insufficient-margin"),
        _ => (FailureKind.Rejected, "rejected"),
    };

    // One code for all; the text tells them apart.
    private static (FailureKind Kind, string Code) NewOrderRejected(string text) => text switch
    {
        "Duplicate order sent." => (FailureKind.Duplicate, "duplicate"),
        "Account has insufficient balance for requested action." => (FailureKind.Rejected, "insufficient-balance"),
        "Order would immediately match and take." => (FailureKind.Rejected, "would-take"),
        "Order would trigger immediately." => (FailureKind.Rejected, "would-trigger"),
        "Market is closed." => (FailureKind.Rejected, "market-closed"),
        _ => (FailureKind.Rejected, "order-rejected"),
    };
}
