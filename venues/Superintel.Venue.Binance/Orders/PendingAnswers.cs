using System.Diagnostics.CodeAnalysis;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Venue.Binance.Orders;

/// <summary>Requests that wait for their answers, by id; each belongs to the connection that it left on.</summary>
internal sealed class PendingAnswers
{
    private const int Most = 256;
    private readonly Lock gate = new();
    private readonly Dictionary<long, Pending> waiting = [];

    /// <returns>False: too many wait already.</returns>
    public bool TryAdd(long id, StreamSocket socket, [NotNullWhen(true)] out Task<Answer<WebSocketAnswer>>? answer)
    {
        var pending = new Pending(socket);
        lock (gate)
        {
            answer = waiting.Count < Most ? pending.Told.Task : null;
            return answer is not null && waiting.TryAdd(id, pending);
        }
    }

    public void Remove(long id)
    {
        lock (gate) waiting.Remove(id);
    }

    /// <summary>An answer came. Nobody may be waiting any more.</summary>
    public void Tell(long id, WebSocketAnswer answer)
    {
        Pending? pending;
        lock (gate) waiting.Remove(id, out pending);
        pending?.Told.TrySetResult(Answer<WebSocketAnswer>.Of(answer));
    }

    /// <summary>Nothing more will be heard of what left on any other connection.</summary>
    /// <param name="alive">Null: on all.</param>
    public void Lose(StreamSocket? alive, Failure failure)
    {
        Pending[] lost;
        lock (gate)
        {
            var ids = waiting.Where(entry => entry.Value.Socket != alive).Select(entry => entry.Key).ToArray();
            lost = [.. ids.Select(id => waiting[id])];
            foreach (var id in ids) waiting.Remove(id);
        }
        foreach (var pending in lost) pending.Told.TrySetResult(failure);
    }

    private sealed record Pending(StreamSocket Socket)
    {
        public TaskCompletionSource<Answer<WebSocketAnswer>> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
