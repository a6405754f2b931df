using System.Text;
using RabbitMQ.Client;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Benchmarks.Journal;

/// <summary>The broker as the rest of the fleet uses it: fills the journal's queue and listens to what it announces.</summary>
internal sealed class BrokerQueue(IConnection connection, IChannel channel, string prefix) : IAsyncDisposable
{
    private const int InFlight = 500;
    private readonly string announcements = $"{prefix}announcements";

    public static async Task<BrokerQueue> Open(string address, string prefix)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        return new BrokerQueue(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true)), prefix);
    }

    /// <summary>Messages that wait in the journal's queue.</summary>
    public Task<uint> Waiting() => channel.MessageCountAsync($"{prefix}journal");

    /// <summary>Keeps what the journal announces from now on, in a queue like that of the live feed.</summary>
    public async Task Listen()
    {
        await channel.QueueDeclareAsync(announcements, durable: false, exclusive: true, autoDelete: false);
        await channel.ExchangeDeclareAsync(Exchange(typeof(JournalEntryRecorded)), ExchangeType.Fanout, durable: true);
        await channel.QueueBindAsync(announcements, Exchange(typeof(JournalEntryRecorded)), string.Empty);
    }

    public async Task Publish(IReadOnlyList<IEvent> events)
    {
        var pending = new Queue<Task>();
        foreach (var happened in events)
        {
            var type = happened.GetType();
            var properties = new BasicProperties
            {
                ContentType = "application/json",
                DeliveryMode = DeliveryModes.Persistent,
                Type = type.Name,
                MessageId = happened.EventId,
                Headers = new Dictionary<string, object?> { ["MT-MessageType"] = $"urn:message:{type.Namespace}:{type.Name}" },
            };
            if (pending.Count == InFlight) await pending.Dequeue();
            var body = Encoding.UTF8.GetBytes(EventJson.Write(happened));
            pending.Enqueue(channel.BasicPublishAsync(Exchange(type), string.Empty, mandatory: true, properties, body).AsTask());
        }

        await Task.WhenAll(pending);
    }

    /// <summary>The sequences that were announced, in the order of their arrival.</summary>
    public async Task<IReadOnlyList<long>> Announced()
    {
        var sequences = new List<long>();
        while (await channel.BasicGetAsync(announcements, autoAck: true) is { } message)
        {
            var told = EventJson.Read(nameof(JournalEntryRecorded), Encoding.UTF8.GetString(message.Body.Span));
            sequences.Add(((JournalEntryRecorded)told).Sequence);
        }

        return sequences;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.QueueDeleteAsync(announcements);
        await channel.QueueDeleteAsync($"{prefix}journal");
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private string Exchange(Type type) => prefix + EventTypes.Exchange(type);
}
