using Grpc.Core;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// The stream to a listener: what is new on the board, each instrument's so many times a second at most, and no more than it may owe an
/// answer for. When it ends a new one is made, after a pause that grows; what was not known to be kept is told again as it is by then.
/// </summary>
internal sealed class BookLine(
    BookListener listener, BookBoard board, BookOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>Messages that a listener may owe an answer for.</summary>
    public const int Window = 64;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken ct)
    {
        for (var (pause, down) = (FirstPause, false); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var flight = new BookFlight(Window, clock);
            try
            {
                await Tell(flight, () => (pause, down) = (FirstPause, Restored(down)), ct);
            }
            catch (Exception failure) when (IsOfTheLine(failure) && !ct.IsCancellationRequested)
            {
                if (!down) log.Unreachable(listener.Name, (failure as RpcException)?.StatusCode.ToString() ?? "too slow", failure);
                down = true;
            }
            foreach (var book in flight.Untold) board.PutBack(book);
            await Task.Delay(pause, clock, ct);
        }
    }

    // A write into a call that has just ended is an invalid operation.
    private static bool IsOfTheLine(Exception failure) =>
        failure is RpcException or OperationCanceledException or InvalidOperationException;

    private bool Restored(bool down)
    {
        if (down) log.Reached(listener.Name);
        return false;
    }

    private async Task Tell(BookFlight flight, Action answered, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var call = listener.Follow(ending.Token);
        var hearing = Hear(call, flight, answered, ending.Token);
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / options.PerSecond), clock);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (hearing.IsCompleted) await hearing;
                if (flight.Waited > Patience)
                    throw new RpcException(new Status(StatusCode.DeadlineExceeded, $"{listener.Name} keeps no books."));
                await Send(call, flight, ending.Token);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A message that does not even leave is as bad as one that is not answered.
    private async Task Send(IBookCall call, BookFlight flight, CancellationToken ct)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(Patience);
        var taken = board.Take(flight.Room);
        foreach (var book in taken) flight.Add(book);
        foreach (var book in taken) await call.Tell(book, inTime.Token);
    }

    private async Task Hear(IBookCall call, BookFlight flight, Action answered, CancellationToken ct)
    {
        await foreach (var messages in call.Kept(ct))
        {
            flight.Kept(messages);
            answered();
        }
        throw new RpcException(new Status(StatusCode.Unavailable, $"{listener.Name} ended the stream."));
    }
}
