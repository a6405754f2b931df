using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>Keeps one session alive: connects when it is needed, waits longer after each failure, never in a tight loop.</summary>
internal sealed class IbkrLink(TwsOptions options, TwsDial? dial, TimeProvider clock, IOrderListener listener) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly TwsLimits limits = new(options, clock);
    private readonly SemaphoreSlim connecting = new(1, 1);
    private readonly CancellationTokenSource disposed = new();
    private TwsClient? current;
    private TimeSpan pause = FirstPause;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private TwsException? lastFailure;

    /// <summary>Counts the sessions; what was sent in an earlier one is on no wire any more.</summary>
    public int Session { get; private set; }

    /// <summary>Why nothing can be sent now, from memory; null: nothing is known against it, or nobody has connected yet. Who listens
    /// connects again.</summary>
    public string? Hindrance => current switch
    {
        { State: ConnectionState.Ready } => null,
        { State: ConnectionState.VenueLost } => "The gateway has lost its connection to IB.",
        null when Session == 0 && lastFailure is null => null,
        null => lastFailure?.Message ?? "The connection to TWS is being made.",
        _ => "The connection to TWS is gone.",
    };

    /// <exception cref="TwsException">There is no session, or it has lost IB.</exception>
    public async Task<TwsClient> Ready(CancellationToken ct)
    {
        if (current is { State: ConnectionState.Ready } running) return running;
        await connecting.WaitAsync(ct);
        try
        {
            if (current is { State: ConnectionState.Ready } again) return again;
            if (current is { State: ConnectionState.VenueLost })
                throw new TwsException("venue-lost", "The gateway has lost its connection to IB.");
            // Further ahead than the longest pause: the clock was set back.
            if (notBefore - clock.GetUtcNow() is { Ticks: > 0 } wait && wait <= LongestPause)
                throw lastFailure ?? new TwsException("reconnecting", "Too early to try again.");
            return await Reconnect(ct);
        }
        finally
        {
            connecting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await disposed.CancelAsync();
        if (current is { } last) await last.DisposeAsync();
    }

    private async Task<TwsClient> Reconnect(CancellationToken ct)
    {
        if (current is { } old) await old.DisposeAsync();
        current = null;
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, disposed.Token);
            current = dial is null
                ? await TwsClient.Connect(options, limits, clock, listener, both.Token)
                : await TwsClient.Connect(options, dial, limits, clock, listener, both.Token);
            Session++;
            pause = FirstPause;
            return current;
        }
        catch (TwsException failure)
        {
            lastFailure = failure;
            notBefore = clock.GetUtcNow() + pause;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            throw;
        }
    }
}
