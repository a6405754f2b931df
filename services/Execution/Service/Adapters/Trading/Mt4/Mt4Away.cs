using Superintel.Execution.Trading;
using Superintel.Venue.Mt4;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>What it means for an order that nothing of it left: a bridge or a terminal comes back, a setting that is wrong does
/// not.</summary>
internal static class Mt4Away
{
    public const string Unanswered = "too-many-unanswered";

    /// <summary>The bridge's word for an order that was refused for a reason that passes.</summary>
    public const string Deferred = "DEFERRED";

    private const string Code = "venue-unavailable";

    /// <summary>What had to be known before the order was not answered; no byte of the order was written.</summary>
    public static SubmitOutcome Before(Mt4Failure failure) => failure.Kind is Mt4FailureKind.NotDone or Mt4FailureKind.Unknown
        ? new SubmitOutcome.Deferred(Code, $"{failure} Nothing left.")
        : new SubmitOutcome.Rejected(failure.Code, $"{failure} Nothing left.");

    /// <summary>What left before is not answered, and more would only add to it.</summary>
    public static SubmitOutcome TooMany() =>
        new SubmitOutcome.Deferred(Unanswered, $"{Mt4Requests.Most} orders wait for the bridge's answer. Nothing left.");

    /// <summary>The order was answered with the word that nothing was placed and that the reason passes. One that the bridge's journal has
    /// as rejected is over under its name for ever: sent again, it would be answered the same.</summary>
    public static async Task<SubmitOutcome> After(Mt4Client client, string name, Mt4Failure failure, CancellationToken ct) =>
        (await client.ByClientId(name, ct)).Value switch
        {
            null or { State: Deferred } => new SubmitOutcome.Deferred(Code, $"{failure} Nothing was placed."),
            { State: "REJECTED" } => new SubmitOutcome.Rejected(failure.Code, failure.ToString()),
            var known => new SubmitOutcome.Unknown($"{failure} Yet the bridge has it as {known.State}."),
        };
}
