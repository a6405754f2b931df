using Superintel.Venue.Binance.Failures;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>Answers by name: what is usable is given, what is older is asked for and waited for.</summary>
internal sealed class Remembered<T>(TimeSpan fresh, TimeSpan usable, TimeProvider clock)
    where T : class
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (T Value, DateTimeOffset At)> known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Task> asking = new(StringComparer.Ordinal);

    public ValueTask<Answer<T>> Of(string name, Func<string, CancellationToken, Task<Answer<T>>> ask, CancellationToken ct)
    {
        lock (gate)
        {
            if (known.TryGetValue(name, out var last) && clock.GetUtcNow() - last.At < usable) return new(Answer<T>.Of(last.Value));
        }
        return new(Ask(name, ask, ct));
    }

    /// <summary>
    /// What is no longer fresh is asked for, once at a time, and nobody waits. A failed question is asked again next time; an answer never
    /// throws.
    /// </summary>
    public void Renew(string name, Func<string, CancellationToken, Task<Answer<T>>> ask)
    {
        lock (gate)
        {
            if (!known.TryGetValue(name, out var last) || clock.GetUtcNow() - last.At < fresh) return;
            if (asking.TryGetValue(name, out var running) && !running.IsCompleted) return;
            asking[name] = Ask(name, ask, CancellationToken.None);
        }
    }

    private async Task<Answer<T>> Ask(string name, Func<string, CancellationToken, Task<Answer<T>>> ask, CancellationToken ct)
    {
        var answer = await ask(name, ct);
        if (!answer.IsGiven) return answer;
        lock (gate) known[name] = (answer.Value, clock.GetUtcNow());
        return answer;
    }
}
