using System.Diagnostics;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>A message between its delivery by the broker and its end.</summary>
/// <param name="number">Its place among all that came over the channel: 1, 2, 3, ...</param>
internal sealed class Arrival(ulong number, int bytes)
{
    // Whoever waits goes on elsewhere: the next group must not wait for the acknowledgements of this one.
    private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Number => number;

    public int Bytes => bytes;

    /// <summary>Null until it is read.</summary>
    public IEvent? Happened { get; private set; }

    /// <summary>The span it is handled in.</summary>
    public Activity? Span { get; private set; }

    /// <summary>It needs no handling, or no longer: it is dead, or came over a channel that is gone.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>False when its event had had its effect before.</summary>
    public Task<bool> Done => done.Task;

    public void Read(IEvent happened, Activity? span) => (Happened, Span) = (happened, span);

    public void Leave() => HasLeft = true;

    public void Applied(bool wasNew) => done.TrySetResult(wasNew);

    public void Failed(Exception failure) => done.TrySetException(failure);

    public void Abandon() => done.TrySetCanceled();
}
