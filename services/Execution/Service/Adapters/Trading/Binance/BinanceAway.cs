using Superintel.Execution.Trading;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Rules;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>What it means for an order that nothing of it left, or that it was refused unseen: silence, a limit and a clock pass, a key
/// that is wrong does not.</summary>
internal static class BinanceAway
{
    /// <summary>What had to be known before the order was not answered.</summary>
    public static SubmitOutcome Before(Failure failure) =>
        Passes(failure.Kind) || failure.Kind == FailureKind.OutcomeUnknown ? Deferred(failure) : Rejected(failure);

    /// <summary>The order itself was refused.</summary>
    public static SubmitOutcome After(Failure failure) => Passes(failure.Kind) ? Deferred(failure) : Rejected(failure);

    /// <summary>A filter objects. That too many orders work passes, and an exit should not be lost by it.</summary>
    public static SubmitOutcome Before(FilterRefusal refusal) => refusal.Code is FilterRefusal.TooManyOrders or FilterRefusal.TooManyStops
        ? new SubmitOutcome.Deferred(refusal.Code, $"{refusal.Text} Nothing left.")
        : new SubmitOutcome.Rejected(refusal.Code, refusal.Text);

    private static bool Passes(FailureKind kind) => kind is FailureKind.NotTaken or FailureKind.RateLimited or FailureKind.ClockSkew;

    private static SubmitOutcome.Deferred Deferred(Failure failure) => new(failure.Code, $"{failure.Text} Nothing left.");

    private static SubmitOutcome.Rejected Rejected(Failure failure) => new(failure.Code, failure.Text);
}
