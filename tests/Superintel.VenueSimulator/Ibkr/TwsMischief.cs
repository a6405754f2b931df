namespace Superintel.VenueSimulator.Ibkr;

/// <summary>What a test makes the simulated TWS do beside its faults: each of these a real one does.</summary>
internal sealed class TwsMischief
{
    private readonly Lock gate = new();
    private readonly Queue<(int Code, string Text)> refusals = [];
    private readonly Dictionary<int, Queue<(int Id, string[] Fields)>> before = [];
    private volatile bool isMute;

    /// <summary>The connections stand, and nothing is said on them any more.</summary>
    public bool IsMute
    {
        get => isMute;
        set => isMute = value;
    }

    /// <summary>The next order is not taken, whatever it is.</summary>
    public void RefuseNext(int code, string text)
    {
        lock (gate) refusals.Enqueue((code, text));
    }

    public (int Code, string Text)? NextRefusal()
    {
        lock (gate) return refusals.TryDequeue(out var next) ? next : null;
    }

    /// <summary>Before the next message of a kind another one goes out, field by field.</summary>
    public void Before(int kind, int id, string[] fields)
    {
        lock (gate)
        {
            if (!before.TryGetValue(kind, out var waiting)) before[kind] = waiting = [];
            waiting.Enqueue((id, fields));
        }
    }

    public IReadOnlyList<(int Id, string[] Fields)> Takes(int kind)
    {
        lock (gate) return before.Remove(kind, out var waiting) ? [.. waiting] : [];
    }
}
