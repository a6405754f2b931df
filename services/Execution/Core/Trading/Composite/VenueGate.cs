using System.Collections.Immutable;

namespace Superintel.Execution.Trading.Composite;

/// <summary>
/// Which venues have been compared in this run of the service. Before its first comparison nothing is known of a venue, and no order goes
/// there. It is not stored: every run compares anew. Once through, a venue stays so; one that goes away later has unknown
/// outcomes instead, and nothing new is begun there once it is silent.
/// </summary>
public sealed class VenueGate
{
    /// <summary>Why an order for a venue that waits is refused.</summary>
    public const string NotCompared = "venue-not-compared";

    private readonly Lock turn = new();
    private readonly SortedDictionary<string, VenueStanding> venues = new(StringComparer.Ordinal);

    /// <param name="waiting">All venues that must be compared. One that is not among them, having no adapter any more, is told no order
    /// anyhow.</param>
    /// <param name="since">When this run began, on the machine's clock.</param>
    public VenueGate(IEnumerable<Route> waiting, DateTimeOffset since)
    {
        foreach (var (venue, account) in waiting) venues[venue] = new VenueStanding(venue, account, since, null, 0, null);
    }

    /// <summary>For a host whose only venue lives in its own unit of work: there is nothing to miss.</summary>
    public static VenueGate Open() => new([], default);

    /// <summary>By venue.</summary>
    public ImmutableArray<VenueStanding> All
    {
        get
        {
            lock (turn) return [.. venues.Values];
        }
    }

    /// <summary>The usual case: every venue has been compared.</summary>
    public bool IsWholeOpen
    {
        get
        {
            lock (turn) return venues.Values.All(standing => standing.IsCompared);
        }
    }

    /// <returns>Null: it has been compared.</returns>
    public VenueStanding? Waiting(string venue)
    {
        lock (turn) return venues.TryGetValue(venue, out var standing) && !standing.IsCompared ? standing : null;
    }

    /// <returns>Null: it answers, or waits for its first comparison.</returns>
    public VenueStanding? Silent(string venue)
    {
        lock (turn) return venues.TryGetValue(venue, out var standing) && standing.IsSilent ? standing : null;
    }

    public bool IsOpen(string venue) => Waiting(venue) is null;

    /// <returns>True: it was the first comparison, and orders may go there from now on.</returns>
    public bool Pass(string venue, DateTimeOffset at)
    {
        lock (turn)
        {
            var before = venues[venue];
            venues[venue] = before with { ComparedAt = at, Failures = 0, LastError = null, IsTold = false };
            return !before.IsCompared;
        }
    }

    /// <summary>That it does not answer has been told, and that is committed.</summary>
    public void Tell(string venue)
    {
        lock (turn) venues[venue] = venues[venue] with { IsTold = true };
    }

    /// <returns>Comparisons in a row that did not come through, this one included.</returns>
    public int Fail(string venue, string reason)
    {
        lock (turn)
        {
            var before = venues[venue];
            venues[venue] = before with { Failures = before.Failures + 1, LastError = reason };
            return before.Failures + 1;
        }
    }
}
