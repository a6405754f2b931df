namespace Superintel.AppHost.Model;

/// <summary>Something of the fleet that runs: a server, a service, a tool.</summary>
/// <param name="Name">Its name in every host; other parts reach it by it.</param>
public abstract record FleetPart(string Name)
{
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    /// <summary>Variables it is started with, in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, Template> Environment { get; init; } =
        new SortedDictionary<string, Template>(StringComparer.Ordinal);

    /// <summary>Names of the parts that must be ready, or done where they run once, before it starts.</summary>
    public IReadOnlyList<string> StartAfter { get; init; } = [];

    /// <summary>How to see over HTTP that it is ready; null where its kind answers that.</summary>
    public HealthCheck? Health { get; init; }

    /// <summary>The fleet is complete without it: it is started only on request, or where what it needs is present.</summary>
    public bool Optional { get; init; }
}
