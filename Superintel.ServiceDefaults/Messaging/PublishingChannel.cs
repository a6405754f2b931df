using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>The outbox's channel to the broker, opened when it is needed, with the exchanges of what was published over it.</summary>
internal sealed class PublishingChannel(BrokerAddress broker, IOptions<MessagingOptions> options, ServiceIdentity identity)
    : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly HashSet<Type> declared = [];
    private IConnection? connection;
    private IChannel? channel;

    public string Exchange(Type type) => options.Value.Prefix + EventTypes.Exchange(type);

    /// <summary>The channel, on which the event's exchange stands.</summary>
    public async Task<IChannel> For(Type type, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Value.ConfirmTimeout);
        var open = channel ?? await Open(deadline.Token);
        if (declared.Contains(type)) return open;
        await Declare(open, type, deadline.Token);
        declared.Add(type);
        return open;
    }

    /// <summary>Lets go of the channel with all that is under way on it.</summary>
    public async Task Close()
    {
        var leaving = connection;
        (connection, channel) = (null, null);
        declared.Clear();
        if (leaving is null) return;
        await leaving.AbortAsync(Farewell);
        await leaving.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await Close();

    private async Task<IChannel> Open(CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = broker.Uri,
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = $"{identity.Name} outbox",
        };
        connection = await factory.CreateConnectionAsync(ct);
        // Without the client's limiter, which delays and so reorders: how many are under way is bounded by who publishes.
        var confirmed = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: null);
        return channel = await connection.CreateChannelAsync(confirmed, ct);
    }

    // As MassTransit declares them for who subscribes: the event's exchange leads to that of every event, by way of the decisions'.
    private async Task Declare(IChannel open, Type type, CancellationToken ct)
    {
        Type[] path = type.IsAssignableTo(typeof(IDecisionEvent)) ? [type, typeof(IDecisionEvent), typeof(IEvent)] : [type, typeof(IEvent)];
        foreach (var one in path)
            await open.ExchangeDeclareAsync(Exchange(one), ExchangeType.Fanout, durable: true, cancellationToken: ct);
        foreach (var (from, to) in path.Zip(path.Skip(1)))
            await open.ExchangeBindAsync(Exchange(to), Exchange(from), string.Empty, cancellationToken: ct);
    }
}
