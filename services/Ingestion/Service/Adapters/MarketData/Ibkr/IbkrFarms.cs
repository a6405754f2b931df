namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>IB's data farms that are away. A gateway loses one for seconds many times a day: only what lasts is worth an alarm.</summary>
internal sealed class IbkrFarms(TimeProvider clock)
{
    /// <summary>How long a farm may be away before somebody is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int Most = 64;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (DateTimeOffset Since, bool IsTold)> away = new(StringComparer.Ordinal);

    /// <param name="code">2103, 2105, 2157: away. 2104, 2106, 2158: there.</param>
    /// <param name="text">TWS's words, which end with a colon and the farm's name.</param>
    public void Heard(int code, string text)
    {
        // The three kinds of farms may share names.
        var (isAway, kind) = code switch
        {
            2103 or 2104 => (code == 2103, "market data"),
            2105 or 2106 => (code == 2105, "history"),
            _ => (code == 2157, "security definitions"),
        };
        var name = $"{kind}{text[Math.Max(0, text.LastIndexOf(':'))..]}";
        lock (gate)
        {
            if (!isAway) away.Remove(name);
            else if (away.Count < Most) away.TryAdd(name, (clock.GetUtcNow(), false));
        }
    }

    /// <returns>Farms that have been away for too long, each once.</returns>
    public IReadOnlyList<string> Overdue()
    {
        lock (gate)
        {
            var due = away.Where(farm => !farm.Value.IsTold && clock.GetUtcNow() - farm.Value.Since >= Patience)
                .Select(farm => farm.Key).ToArray();
            foreach (var name in due) away[name] = (away[name].Since, true);
            return due;
        }
    }
}
