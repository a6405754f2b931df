using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Looks at queues without taking from them, over a connection of its own.</summary>
internal sealed class BrokerQueues(BrokerAddress broker, IOptions<MessagingOptions> options, ServiceIdentity identity) : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IConnection? connection;

    /// <summary>Messages that wait in a service's queue; null when it does not exist.</summary>
    public async Task<uint?> Depth(string service, CancellationToken ct) => (await Look(service, ct))?.MessageCount;

    /// <summary>Returns when every named service has its queue, and events get into it.</summary>
    public Task WaitFor(IReadOnlyList<string> services, CancellationToken ct) =>
        Task.WhenAll(services.Select(service => WaitFor(service, ct)));

    // A queue that was just made is not bound yet, and the exchange drops what comes before. One that has a consumer is bound; so is one
    // that stands for a while, whose service is away.
    private async Task WaitFor(string service, CancellationToken ct)
    {
        long? seen = null;
        while (true)
        {
            var queue = await Look(service, ct);
            if (queue is { ConsumerCount: > 0 }) return;
            if (queue is null) seen = null;
            else if (seen is { } first && TimeProvider.System.GetElapsedTime(first) >= Settled) return;
            else seen ??= TimeProvider.System.GetTimestamp();
            await Task.Delay(LookAgain, ct);
        }
    }

    /// <returns>Null: it does not exist.</returns>
    private async Task<QueueDeclareOk?> Look(string service, CancellationToken ct)
    {
        var open = await Open(ct);
        await using var channel = await open.CreateChannelAsync(cancellationToken: ct);
        try
        {
            return await channel.QueueDeclarePassiveAsync(options.Value.Prefix + service, ct);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        gate.Dispose();
    }

    private async Task<IConnection> Open(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (connection is { IsOpen: true }) return connection;
            if (connection is not null) await connection.DisposeAsync();
            var factory = new ConnectionFactory { Uri = broker.Uri, AutomaticRecoveryEnabled = false,
                ClientProvidedName = $"{identity.Name} queues" };
            return connection = await factory.CreateConnectionAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }
}
