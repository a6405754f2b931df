using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>
/// What stands of all that was told: each execution once, at its highest revision and with its cost, at the place where it was heard first.
/// Whatever order corrections and costs arrive in, the same stands in the end.
/// </summary>
public static class StandingFills
{
    /// <param name="told">In the order of arrival.</param>
    public static IReadOnlyList<Fill> Of(IEnumerable<Fill> told)
    {
        var places = new List<FillKey>();
        var standing = new Dictionary<FillKey, Fill>();
        var costs = new Dictionary<(FillKey Key, int Revision), Money>();
        foreach (var fill in told)
        {
            if (fill.IsCommission) costs.TryAdd((fill.Key, fill.Revision), fill.Commission);
            else if (standing.TryAdd(fill.Key, fill)) places.Add(fill.Key);
            else if (fill.Revision > standing[fill.Key].Revision) standing[fill.Key] = fill;
        }

        return [.. places.Select(key => standing[key])
            .Select(fill => costs.TryGetValue((fill.Key, fill.Revision), out var cost) ? fill with { Commission = cost } : fill)];
    }
}
