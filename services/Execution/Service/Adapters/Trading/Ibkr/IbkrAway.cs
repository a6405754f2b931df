using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>What a failure before the first byte of an order means: a connection comes back and a question that was refused in passing (too
/// fast, too many, an error of TWS's own) is answered another time; a setting or a contract that is wrong stays so.</summary>
internal static class IbkrAway
{
    // No such contract; a contract that this login may not trade; a question that does not make sense. IB, API message codes.
    private const int UnknownContract = 200;
    private static readonly int[] LastingNumbers = [UnknownContract, 203, 321];

    private static readonly string[] Lasting =
    [
        "account-not-managed", "contract-unknown", "contract-unsupported", "live-account", "order-ids-exhausted",
        VenueSymbols.UnknownCode, "version-unsupported",
    ];

    public static SubmitOutcome Answer(TwsException failure) =>
        LastingNumbers.Contains(failure.VenueCode) || Lasting.Contains(failure.Code, StringComparer.Ordinal)
            ? new SubmitOutcome.Rejected(failure.VenueCode == UnknownContract ? "contract-unknown" : failure.Code, failure.Message)
            : new SubmitOutcome.Deferred(failure.Code, $"{failure.Message} Nothing left.");
}
