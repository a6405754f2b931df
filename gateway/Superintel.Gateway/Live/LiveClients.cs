using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Superintel.Gateway.Live;

/// <summary>Everyone who watches. Each has a bounded buffer; who cannot keep up is let go and told so.</summary>
internal sealed class LiveClients
{
    public const int Buffer = 1_000;
    public const int MostClients = 200;
    private readonly ConcurrentDictionary<Guid, Channel<byte[]>> clients = new();

    /// <returns>Null when there are too many.</returns>
    public (Guid Id, ChannelReader<byte[]> Messages)? Join()
    {
        if (clients.Count >= MostClients) return null;
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Buffer) { SingleReader = true });
        clients[id] = channel;
        return (id, channel.Reader);
    }

    public void Leave(Guid id)
    {
        if (clients.TryRemove(id, out var channel)) channel.Writer.TryComplete();
    }

    public void Tell(byte[] message)
    {
        foreach (var (id, channel) in clients)
            if (!channel.Writer.TryWrite(message)) Leave(id);
    }
}
