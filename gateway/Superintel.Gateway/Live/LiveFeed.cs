using System.Text.Json;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Gateway.Live;

/// <summary>Takes every event from the bus for the live feed, over a queue of its own that goes with the connection. Nothing is
/// stored.</summary>
internal sealed partial class LiveFeed(IConfiguration configuration, IOptions<MessagingOptions> options, LiveClients clients,
    ILogger<LiveFeed> log)
    : BackgroundService
{
    // More than this waits only when the gateway itself stalls; the feed then has a hole, which a reload fills.
    private const int LongestQueue = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (Exception lost) when (
                lost is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException)
            {
                Lost(log, lost.Message);
            }

            await Task.Delay(Pause, stoppingToken);
        }
    }

    /// <summary>Returns when the connection is lost.</summary>
    private async Task Follow(CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(configuration.GetConnectionString("rabbitmq")!),
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = "gateway live feed",
        };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var exchange = options.Value.Prefix + EventTypes.Exchange(typeof(IEvent));
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        var arguments = new Dictionary<string, object?> { ["x-max-length"] = LongestQueue };
        var queue = await channel.QueueDeclareAsync(string.Empty, durable: false, exclusive: true, autoDelete: true, arguments,
            cancellationToken: ct);
        await channel.QueueBindAsync(queue.QueueName, exchange, string.Empty, cancellationToken: ct);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += Pass;
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, ct);
        Following(log, exchange);
        await closed.Task.WaitAsync(ct);
    }

    private Task Pass(object sender, BasicDeliverEventArgs delivery)
    {
        var name = delivery.BasicProperties.Type;
        if (LiveChannels.Of(name) is not { } channel) return Task.CompletedTask;
        try
        {
            clients.Broadcast(LiveMessage.Of(channel, name!, delivery.Body));
        }
        catch (JsonException malformed)
        {
            NotJson(log, name!, malformed.Message);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(2101, LogLevel.Warning, "the live feed lost the broker, connecting again: {Reason}")]
    private static partial void Lost(ILogger logger, string reason);

    [LoggerMessage(2102, LogLevel.Information, "the live feed follows {Exchange}")]
    private static partial void Following(ILogger logger, string exchange);

    [LoggerMessage(2103, LogLevel.Warning, "{Type} on the bus is not JSON: {Reason}")]
    private static partial void NotJson(ILogger logger, string type, string reason);
}
