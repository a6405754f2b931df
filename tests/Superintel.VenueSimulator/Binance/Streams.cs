using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>All open sockets, and what each of them is to be told.</summary>
internal sealed class Streams
{
    private readonly ConcurrentDictionary<long, Socket> sockets = new();
    private readonly ConcurrentDictionary<string, bool> accounts = new(StringComparer.Ordinal);
    private long last;

    public IReadOnlyList<Socket> All => [.. sockets.Values];

    public long Add(Socket socket)
    {
        var id = Interlocked.Increment(ref last);
        sockets[id] = socket;
        return id;
    }

    public void Remove(long id) => sockets.TryRemove(id, out _);

    public bool IsWanted(string stream) => sockets.Values.Any(s => s.Wants(stream));

    /// <summary>Tells a market event to whoever asked for its stream.</summary>
    public void Market(string stream, JsonObject happened)
    {
        foreach (var socket in sockets.Values.Where(s => s.Wants(stream)))
        {
            var told = happened.DeepClone().AsObject();
            if (!socket.IsFutures) told.Remove("pu");
            else if (happened["e"] is not null && happened["T"] is null) told["T"] = happened["E"]?.DeepClone();
            socket.Send(socket.IsCombined ? new JsonObject { ["stream"] = stream, ["data"] = told } : told);
        }
    }

    /// <summary>Tells several at once, in one message.</summary>
    public void Many(string stream, JsonObject happened)
    {
        foreach (var socket in sockets.Values.Where(s => s.Wants(stream)))
        {
            var told = new JsonArray((JsonNode)happened.DeepClone());
            socket.Send(socket.IsCombined ? new JsonObject { ["stream"] = stream, ["data"] = told } : told);
        }
    }

    /// <summary>From now on a stream of this name tells the account's events.</summary>
    public void Open(string key) => accounts[key] = true;

    public void End(string key) => accounts.TryRemove(key, out _);

    public bool IsAccount(string stream) => accounts.ContainsKey(stream);

    /// <summary>Tells the account's event to whoever subscribed to it.</summary>
    public void User(JsonObject happened)
    {
        foreach (var key in accounts.Keys) Market(key, happened);
        foreach (var socket in sockets.Values.Where(s => s.UserSubscription >= 0))
            socket.Send(new JsonObject { ["subscriptionId"] = socket.UserSubscription, ["event"] = happened.DeepClone() });
    }

    /// <summary>Ends every connection, as a reset does.</summary>
    public void Drop()
    {
        foreach (var socket in sockets.Values) socket.Abort();
    }
}
