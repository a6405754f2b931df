using System.Net.Mime;
using MassTransit;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Sends an event as it was stored, byte for byte: what was committed is what is told.</summary>
internal sealed class StoredBody(string json) : IMessageSerializer
{
    public ContentType ContentType { get; } = new("application/json");

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new StringMessageBody(json);
}
