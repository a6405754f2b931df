using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>What a failure before the first byte of an order means: a connection comes back, a setting or a contract that is wrong does
/// not.</summary>
internal static class IbkrAway
{
    private static readonly string[] Lasting =
    [
        "account-not-managed", "contract-unknown", "contract-unsupported", "live-account", "order-ids-exhausted",
        VenueSymbols.UnknownCode, "version-unsupported",
    ];

    public static SubmitOutcome Answer(TwsException failure) =>
        failure.VenueCode == 0 && !Lasting.Contains(failure.Code, StringComparer.Ordinal)
            ? new SubmitOutcome.Deferred(failure.Code, $"{failure.Message} Nothing left.")
            : new SubmitOutcome.Rejected(failure.VenueCode == 200 ? "contract-unknown" : failure.Code, failure.Message);
}
