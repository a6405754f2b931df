namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>
/// IB's data farms that are away, by what TWS says of them. A gateway loses one for seconds many times a day, at its nightly reset for
/// minutes again and again: bars are doubted at once, believed again when the farms were well for a while, and only what lasts is worth an
/// alarm.
/// </summary>
/// <param name="serving">Names of the farms that the feed's bars come from; empty: any.</param>
/// <param name="calm">How long they have to be well before they are believed.</param>
internal sealed class IbkrFarms(TimeProvider clock, IReadOnlyCollection<string> serving, TimeSpan calm)
{
    /// <summary>How long a farm may be away before somebody is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int Most = 64;
    private const string Definitions = "security definitions";
    private static readonly string[] Kinds = ["market data", "history", Definitions];
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Absence> away = new(StringComparer.Ordinal);
    private DateTimeOffset? returnedAt;

    /// <summary>A farm that gives bars is away, or has not been back for long.</summary>
    public bool IsAway
    {
        get
        {
            lock (gate) return IsMissed || (clock.GetUtcNow() - returnedAt is { Ticks: >= 0 } since && since < calm);
        }
    }

    /// <summary>How often all of them were back.</summary>
    public int Returns { get; private set; }

    private bool IsMissed => away.Values.Any(absence => absence.IsMissed);

    /// <param name="code">2103, 2105, 2157: away. 2119: not there yet. 2104, 2106, 2158: there. 2107, 2108: there when it is asked. 1101,
    /// 1102: TWS has IB again, and lists the farms that it has.</param>
    /// <param name="text">TWS's words, which end with the farm's name.</param>
    public void Heard(int code, string text)
    {
        lock (gate)
        {
            var wasMissed = IsMissed;
            if (code is 1101 or 1102)
            {
                foreach (var name in TwsFarms.Connected(text))
                    foreach (var kind in Kinds) away.Remove($"{kind}:{name}");
            }
            else
            {
                // The three kinds of farms may share names.
                var (kind, name) = (KindOf(code), TwsFarms.NameIn(text));
                if (code is not (2103 or 2105 or 2157 or 2119)) away.Remove($"{kind}:{name}");
                else if (away.Count < Most)
                    away.TryAdd($"{kind}:{name}", new Absence(clock.GetUtcNow(), IsTold: false, IsMissed: Serves(kind, name)));
            }
            if (!wasMissed || IsMissed) return;
            (returnedAt, Returns) = (clock.GetUtcNow(), Returns + 1);
        }
    }

    /// <returns>Farms that have been away for too long, each once.</returns>
    public IReadOnlyList<string> Overdue()
    {
        lock (gate)
        {
            var due = away.Where(farm => !farm.Value.IsTold && clock.GetUtcNow() - farm.Value.Since >= Patience)
                .Select(farm => farm.Key).ToArray();
            foreach (var name in due) away[name] = away[name] with { IsTold = true };
            return due;
        }
    }

    private static string KindOf(int code) => code switch
    {
        2103 or 2104 or 2108 or 2119 => Kinds[0],
        2105 or 2106 or 2107 => Kinds[1],
        _ => Definitions,
    };

    // Contracts are looked up when a session begins: bars go on without that farm.
    private bool Serves(string kind, string name) => kind != Definitions && (serving.Count == 0 || serving.Contains(name));

    private sealed record Absence(DateTimeOffset Since, bool IsTold, bool IsMissed);
}
