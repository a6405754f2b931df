using Superintel.Venue.Mt4;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>The section Execution:Mt4.</summary>
internal sealed record Mt4Options
{
    public const string VenueName = "mt4";

    public Mt4ClientOptions Bridge { get; init; } = new();

    /// <summary>Environment variable with the bridge's token; with _FILE behind it, of its file. Default MT4_BRIDGE_TOKEN.</summary>
    public string TokenVariable { get; init; } = "MT4_BRIDGE_TOKEN";

    /// <summary>Listing part of the instruments traded here: EURUSD of the terminal is EURUSD.XOFF.</summary>
    public string Listing { get; init; } = "XOFF";

    /// <summary>Instrument id to the terminal's symbol, where the two differ otherwise than by the listing: EURUSD.XOFF to
    /// EURUSD.pro.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Written into every order, so that ours are told from a person's. Default 5350.</summary>
    public int Magic { get; init; } = 5350;

    /// <summary>How old an order must be before its absence proves anything. Default 30 s; a terminal may be slow, not that slow.</summary>
    public TimeSpan AbsenceProof { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one question for events waits at the bridge. Default 5 s, below the request's timeout.</summary>
    public TimeSpan EventWait { get; init; } = TimeSpan.FromSeconds(5);
}
