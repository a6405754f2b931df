using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Parse;

namespace Superintel.Venue.Binance.Streams;

/// <summary>The request that a new connection begins with, and the answer that lets it go on.</summary>
internal static class FirstAnswer
{
    /// <summary>The request's id.</summary>
    public const long Id = 1;

    /// <param name="refused">The code when it is refused.</param>
    /// <returns>Null: it was taken.</returns>
    public static async Task<StreamItem.Down?> To(
        StreamSocket socket, ReadOnlyMemory<byte> request, string refused, Redaction redaction, TimeSpan patience, CancellationToken ct)
    {
        await socket.Send(request, ct);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(patience);
        while (await socket.Received.WaitToReadAsync(deadline.Token))
        {
            while (socket.Received.TryRead(out var frame))
            {
                var answer = WebSocketApiParser.Parse(frame);
                if (answer is not { IsValid: true } || answer.Value.Number != Id) continue;
                if (answer.Value is { Status: 200, Error: null }) return null;
                var (code, text) = answer.Value.Error is { } error ? (error.Code, error.Text) : (0, $"status {answer.Value.Status}");
                return new StreamItem.Down(refused, redaction.Clean($"{code} {text}"));
            }
        }
        return new StreamItem.Down("connection-lost", "It ended before its first request was answered.");
    }
}
