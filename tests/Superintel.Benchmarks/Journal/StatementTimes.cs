using System.Diagnostics;

namespace Superintel.Benchmarks.Journal;

/// <summary>How long the journal waits for which statement, by what the driver traces; and for the commit, which it does not.</summary>
internal sealed class StatementTimes : IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (int Count, TimeSpan Sum)> sums = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;
    private DateTime? flushed;

    public StatementTimes()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Superintel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<(string Step, int Count, TimeSpan Sum)> All
    {
        get
        {
            lock (gate) return [.. sums.Select(sum => (sum.Key, sum.Value.Count, sum.Value.Sum)).OrderByDescending(sum => sum.Sum)];
        }
    }

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity)
    {
        var ended = activity.StartTimeUtc + activity.Duration;
        lock (gate)
        {
            if (activity.Source.Name == "Superintel")
            {
                // The first message that is done after its outbox was written: between the two lies the commit.
                if (flushed is not { } before || !activity.OperationName.StartsWith("process", StringComparison.Ordinal)) return;
                Add("commit", ended - before);
                flushed = null;
                return;
            }

            var step = Step(activity);
            Add(step, activity.Duration);
            if (step == "outbox, written") flushed = ended;
        }
    }

    private void Add(string step, TimeSpan took)
    {
        var (count, sum) = sums.GetValueOrDefault(step);
        sums[step] = (count + 1, sum + took);
    }

    private static string Step(Activity activity)
    {
        var sql = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? string.Empty;
        return Known.FirstOrDefault(known => sql.Contains(known.Sql, StringComparison.Ordinal)).Step ?? "other";
    }

    private static readonly (string Sql, string Step)[] Known =
    [
        ("INSERT INTO inbox", "inbox"), ("INSERT INTO outbox", "outbox, written"), ("FROM outbox ORDER", "outbox, read"),
        ("DELETE FROM outbox", "outbox, emptied"), ("FROM head FOR UPDATE", "head"), ("INSERT INTO entry", "entry"),
        ("INSERT INTO decision", "decision, written"), ("FROM decision", "decision, read"), ("equity_point", "equity"),
    ];
}
