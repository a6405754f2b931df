using Superintel.Kernel;

namespace Superintel.Execution.Trading.Composite;

/// <summary>Asset class to venue, from the configuration. What is not in it cannot be traded.</summary>
public sealed class BrokerRoutes
{
    private readonly SortedDictionary<AssetClass, Route> routes = [];

    /// <param name="venueByClass">Asset class (equity, option, future, fx, crypto) to venue name; an empty name closes the class.</param>
    /// <param name="accountByVenue">Venue name to account.</param>
    /// <exception cref="ArgumentException">An unknown or untradable class, or a venue without an account.</exception>
    public BrokerRoutes(IEnumerable<KeyValuePair<string, string>> venueByClass, IReadOnlyDictionary<string, string> accountByVenue)
    {
        foreach (var (name, venue) in venueByClass)
        {
            if (!Enum.TryParse<AssetClass>(name, ignoreCase: true, out var assetClass)
                || !Enum.IsDefined(assetClass) || assetClass == AssetClass.Index)
                throw new ArgumentException($"Routes: '{name}' is not tradable; choose equity, option, future, fx or crypto.");
            if (venue.Length == 0) continue;
            if (!accountByVenue.TryGetValue(venue, out var account) || account.Length == 0)
                throw new ArgumentException($"Routes: {name} goes to '{venue}', which has no account; name one under Accounts.");
            routes[assetClass] = new Route(venue, account);
        }
    }

    public IReadOnlyList<string> Venues => [.. routes.Values.Select(route => route.Venue).Distinct().Order(StringComparer.Ordinal)];

    /// <returns>Null: there is no way for this class.</returns>
    public Route? For(AssetClass? assetClass) => assetClass is { } known ? routes.GetValueOrDefault(known) : null;
}
