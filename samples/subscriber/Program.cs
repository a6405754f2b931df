using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

// A program from outside that follows the bus:
//   SUPERINTEL_RABBITMQ=amqp://user:password@127.0.0.1:5672/ dotnet run -- my-program superintel.v1.order-filled
// superintel.v1.signal-generated
// The first argument names a durable queue: what happens while the program is away waits in it. Without exchanges it takes all events.
if (args.Length == 0 || Environment.GetEnvironmentVariable("SUPERINTEL_RABBITMQ") is not { Length: > 0 } broker)
{
    Console.Error.WriteLine("usage: SUPERINTEL_RABBITMQ=amqp://user:password@host:port/ subscriber QUEUE [EXCHANGE...]");
    return 2;
}

var queue = args[0];
var exchanges = args.Length > 1 ? args[1..] : ["superintel.events"];
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

await using var connection =
    await new ConnectionFactory { Uri = new Uri(broker), ClientProvidedName = queue }.CreateConnectionAsync(stop.Token);
await using var channel = await connection.CreateChannelAsync(cancellationToken: stop.Token);
await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: stop.Token);
foreach (var exchange in exchanges)
{
    // Declared as the fleet declares it, so that it does not matter who starts first.
    await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: stop.Token);
    await channel.QueueBindAsync(queue, exchange, string.Empty, cancellationToken: stop.Token);
}

await channel.BasicQosAsync(0, 50, global: false, stop.Token);
var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, message) =>
{
    // The message id is the event's: an event may come twice, and a program with effects remembers which ids it has had.
    var properties = message.BasicProperties;
    Console.WriteLine($"{properties.Type}\t{properties.MessageId}\t{Encoding.UTF8.GetString(message.Body.Span)}");
    await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
};
await channel.BasicConsumeAsync(queue, autoAck: false, consumer, stop.Token);
Console.Error.WriteLine($"{queue} follows {string.Join(", ", exchanges)}; Ctrl-C ends it");
try
{
    await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
}
catch (OperationCanceledException)
{
    // Asked to end.
}

return 0;
