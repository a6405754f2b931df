using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Superintel.Gateway.Live;

/// <summary>Listens to every event on the bus through a queue of its own, which goes when the gateway goes, and passes them on to who watches.</summary>
internal sealed partial class LiveFeed(LiveClients clients, IConfiguration configuration, ILogger<LiveFeed> log) : BackgroundService
{
    private const string EveryEvent = "superintel.events";
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception failure) when (failure is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException)
            {
                Lost(log, failure.Message);
            }

            await Task.Delay(TryAgain, stoppingToken);
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(configuration.GetConnectionString("rabbitmq")!),
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = "gateway live feed",
        };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var prefix = configuration["Messaging:Prefix"] ?? "";
        await channel.ExchangeDeclareAsync(prefix + EveryEvent, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        var queue = await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, cancellationToken: ct);
        await channel.QueueBindAsync(queue.QueueName, prefix + EveryEvent, "", cancellationToken: ct);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            if (LiveMessage.Of(TypeOf(delivery.BasicProperties), delivery.Body) is { } message) clients.Tell(message);
            return Task.CompletedTask;
        };
        // Nobody waits for these: what is not seen now is read from the journal.
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, ct);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) => Task.FromResult(closed.TrySetResult());
        Listening(log);
        await closed.Task.WaitAsync(ct);
    }

    private static string? TypeOf(IReadOnlyBasicProperties properties) => properties.Type;

    [LoggerMessage(1631, LogLevel.Information, "live feed listens")]
    private static partial void Listening(ILogger logger);

    [LoggerMessage(1632, LogLevel.Warning, "live feed lost the broker: {Reason}")]
    private static partial void Lost(ILogger logger, string reason);
}
