using System.Text.Json;

namespace Superintel.VenueSimulator.Faults;

/// <summary>
/// Which fault happens when. Named faults happen at the first occasion and then at occasions drawn from the seed, about one in four; a
/// script says each by its occasion. The same seed and the same conversation give the same faults.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly IReadOnlyList<Fault> named;
    private readonly IReadOnlyList<FaultLine> script;
    private readonly Dictionary<Fault, int> happened = [];
    private readonly Dictionary<FaultPoint, int> occasions = [];
    private readonly Random draw;

    public FaultPlan(IReadOnlyList<Fault> named, IReadOnlyList<FaultLine> script, int seed) =>
        (this.named, this.script, draw) = (named, script, new Random(seed));

    public static FaultPlan None { get; } = new([], [], 0);

    /// <summary>How often each fault happened.</summary>
    public IReadOnlyDictionary<Fault, int> Happened
    {
        get
        {
            lock (gate) return new Dictionary<Fault, int>(happened);
        }
    }

    /// <param name="names">As --fault has them, separated by commas; null for none.</param>
    /// <param name="scriptFile">JSON lines {"at":"submit","nth":3,"fault":"lost-acknowledgement"}; null for none.</param>
    /// <exception cref="FormatException">A name or a line that is not understood.</exception>
    public static FaultPlan Read(string? names, string? scriptFile, int seed) => new(
        [.. (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fault.Parse)],
        scriptFile is null ? [] : Script(scriptFile),
        seed);

    /// <summary>Every fault that is named is one that the venue can have.</summary>
    /// <exception cref="FormatException">One cannot happen there: the run would look as if it had been survived.</exception>
    public FaultPlan For(string venue) => named.Concat(script.Select(line => line.Fault)).FirstOrDefault(fault => !fault.IsAt(venue)) is
        { } impossible ? throw new FormatException($"{venue} cannot have the fault {impossible}.") : this;

    /// <summary>An occasion comes; null: nothing is wrong.</summary>
    public Fault? At(FaultPoint point)
    {
        lock (gate)
        {
            var nth = occasions[point] = occasions.GetValueOrDefault(point) + 1;
            var fault = script.FirstOrDefault(line => line.Point == point && line.Nth == nth)?.Fault ?? Drawn(point);
            if (fault is not null) happened[fault] = happened.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }

    private static IReadOnlyList<FaultLine> Script(string file) =>
        File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(FaultLine.Parse).ToList() is { Count: > 0 } lines
            ? lines
            : throw new FormatException($"{file} has no line: a fault script has one like "
                + """{"at":"submit","nth":3,"fault":"lost-acknowledgement"}.""");

    private Fault? Drawn(FaultPoint point)
    {
        foreach (var fault in named)
        {
            if (fault.Point == point && (!happened.ContainsKey(fault) || draw.Next(4) == 0)) return fault;
        }
        return null;
    }
}
