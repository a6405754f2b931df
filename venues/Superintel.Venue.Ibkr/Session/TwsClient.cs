using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session.Pacing;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>One session with a TWS, from greeting to end; a lost one is replaced, never mended.</summary>
public sealed partial class TwsClient : IAsyncDisposable
{
    private static readonly TimeSpan CommissionPatience = TimeSpan.FromSeconds(5);

    private readonly TwsOptions options;
    private readonly TimeProvider clock;
    private readonly IOrderListener listener;
    private readonly TwsSocket socket;
    private readonly HistoricalPacer history;
    private readonly PendingTable pending = new();
    private readonly SubscriptionTable subscriptions = new();
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim single = new(1, 1);
    private readonly Lock moving = new();
    private Task reading = Task.CompletedTask;
    private Task tending = Task.CompletedTask;
    private Task keeping = Task.CompletedTask;
    private volatile ConnectionState state;
    private int disposals;

    private TwsClient(TwsOptions options, TwsLimits limits, TimeProvider clock, IOrderListener listener, TwsSocket socket)
    {
        (this.options, this.clock, this.listener, this.socket) = (options, clock, listener, socket);
        (history, OrderIds) = (limits.History, limits.OrderIds);
        join = new ExecutionJoin(clock, CommissionPatience);
        heardAt = clock.GetTimestamp();
    }

    public ConnectionState State => state;

    /// <summary>Why the session ended; null while it lasts.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>Order ids of this client, above all that TWS and we ever used.</summary>
    public OrderIds OrderIds { get; }

    /// <summary>The accounts of the login, as TWS names them.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <summary>Frames that could not be read: each fails what it answers, or ends the session.</summary>
    public int UnreadableFrames { get; private set; }

    /// <summary>The zone in which TWS greeted, which is its machine's; null: none that is known.</summary>
    public TimeZoneInfo? GreetingZone { get; private set; }

    /// <summary>TWS's own clock at the last probe.</summary>
    public DateTimeOffset VenueTime { get; private set; }

    /// <summary>Connects, greets, names itself, and believes the connection only when a probe was answered.</summary>
    /// <param name="limits">Of the client id, kept over its sessions.</param>
    /// <exception cref="TwsException">Not reachable, another version, another account, or no answer in time.</exception>
    public static Task<TwsClient> Connect(
        TwsOptions options, TwsLimits limits, TimeProvider clock, IOrderListener listener, CancellationToken ct) =>
        Connect(options, TwsSocket.Dial, limits, clock, listener, ct);

    /// <inheritdoc cref="Connect(TwsOptions, TwsLimits, TimeProvider, IOrderListener, CancellationToken)"/>
    /// <param name="dial">How the stream comes about.</param>
    public static async Task<TwsClient> Connect(
        TwsOptions options, TwsDial dial, TwsLimits limits, TimeProvider clock, IOrderListener listener, CancellationToken ct)
    {
        options.Validate();
        using var limit = new CancellationTokenSource(options.HandshakeTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        TwsClient? client = null;
        try
        {
            var socket = new TwsSocket(await dial(options, both.Token), limits.Messages);
            client = new TwsClient(options, limits, clock, listener, socket);
            await client.Begin(both.Token);
            return client;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            if (client is not null) await client.DisposeAsync();
            throw new TwsException("handshake-timeout", $"{options} accepted the connection and did not answer: it may wait for a login.");
        }
        catch (IOException failure)
        {
            if (client is not null) await client.DisposeAsync();
            throw new TwsException("cannot-connect", failure.Message, inner: failure);
        }
        catch
        {
            if (client is not null) await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts an order on the wire; what becomes of it is heard by the listener.</summary>
    public Task Send(PlaceOrder order, CancellationToken ct) => state == ConnectionState.Ready
        ? socket.Send(order, urgent: false, ct)
        : throw new TwsException("not-connected", "The gateway has no connection to IB; nothing left.");

    public Task Send(CancelOrder cancel, CancellationToken ct) => socket.Send(cancel, urgent: true, ct);

    public Task Send(GlobalCancel cancel, CancellationToken ct) => socket.Send(cancel, urgent: true, ct);

    public async ValueTask DisposeAsync()
    {
        var first = Interlocked.Exchange(ref disposals, 1) == 0;
        if (first) await ended.CancelAsync();
        socket.Dispose();
        await Task.WhenAll(reading, tending, keeping);
        if (first) ended.Dispose();
    }

    private async Task Begin(CancellationToken ct)
    {
        await socket.Greet(ct);
        var greeting = WireFault.HandshakeMalformed;
        var (version, greeted) = (0, "");
        var why = await socket.Read(body =>
        {
            greeting = Handshake.ReadServerHello(body, out version, out greeted);
            return false;
        }, ct);
        if (why != "stopped") throw new TwsException("closed-before-greeting", $"{options}: {why}; is this address trusted there?");
        if (greeting != WireFault.None) throw new TwsException(greeting.Code(), $"{options} does not speak TWS.");
        if (version != Handshake.ServerVersion)
            throw new TwsException("version-unsupported", $"{options} speaks {version}, this client {Handshake.ServerVersion}.");
        GreetingZone = greeted.Split(' ', 3) is [_, _, var name] ? TwsTime.FindZone(name) : null;
        reading = Task.Run(ReadToEnd, CancellationToken.None);
        await socket.Send(new StartApi(options.ClientId), urgent: true, ct);
        await ready.Task.WaitAsync(ct);
        CheckAccount();
        await Probe(ct);
        lock (moving)
        {
            // It may have ended since the answer: a session that is over and says that it is ready would never be replaced.
            if (EndedBecause is { } over) throw new TwsException("closed-before-ready", $"{options}: {over}.");
            state = isVenueAway ? ConnectionState.VenueLost : ConnectionState.Ready;
            (tending, keeping) = (Task.Run(Tend, CancellationToken.None), Task.Run(Keep, CancellationToken.None));
            listener.Connection(state, dataLost: true);
        }
    }

    private void CheckAccount()
    {
        if (options.Account.Length > 0 && !Accounts.Contains(options.Account, StringComparer.Ordinal))
            throw new TwsException("account-not-managed", "The configured account is not one of this login.");
        // Accounts for practice begin with D; whatever does not is money.
        if (!options.IsConfirmedLive && Accounts.Any(account => !account.StartsWith('D')))
            throw new TwsException("live-account", "This login trades real money: set Live and repeat the account in ConfirmLiveAccount.");
    }
}
