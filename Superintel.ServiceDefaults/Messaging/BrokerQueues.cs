using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Looks at queues without taking from them, over a connection of its own.</summary>
internal sealed class BrokerQueues(BrokerAddress broker, IOptions<MessagingOptions> options, ServiceIdentity identity) : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IConnection? connection;

    /// <summary>Messages that wait in a service's queue; null when it does not exist.</summary>
    public async Task<uint?> Depth(string service, CancellationToken ct)
    {
        var open = await Open(ct);
        await using var channel = await open.CreateChannelAsync(cancellationToken: ct);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(options.Value.Prefix + service, ct)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Returns when every named service has its queue.</summary>
    public async Task WaitFor(IReadOnlyList<string> services, CancellationToken ct)
    {
        foreach (var service in services)
        {
            while (await Depth(service, ct) is null) await Task.Delay(LookAgain, ct);
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
