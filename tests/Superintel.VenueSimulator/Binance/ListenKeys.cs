using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>The older way to the account's events: a key that is a stream's name and lasts for an hour unless it is kept alive.</summary>
internal sealed class ListenKeys(Keyring keyring, Streams streams, VenueClock clock)
{
    private const long LastsMs = 3_600_000;
    private const string Missing = "This listenKey does not exist.";
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> until = new(StringComparer.Ordinal);

    public Reply Answer(string method, Request request)
    {
        if (keyring.Unknown(request) is { } unknown) return unknown;
        lock (gate)
        {
            foreach (var (over, _) in until.Where(one => one.Value <= clock.NowMs).ToArray()) End(over);
            if (method == "POST") return Opened();
            if (!request.Has("listenKey")) return Reply.Lacks("listenKey");
            if (!until.ContainsKey(request["listenKey"])) return Reply.Error(-1125, Missing);
            if (method == "DELETE") End(request["listenKey"]);
            else until[request["listenKey"]] = clock.NowMs + LastsMs;
        }
        return Reply.Ok(new JsonObject());
    }

    // Who asks again has the same key, for another hour.
    private Reply Opened()
    {
        var key = until.Count > 0 ? until.First().Key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{keyring.ApiKey} {clock.NowMs}"))));
        until[key] = clock.NowMs + LastsMs;
        streams.Open(key);
        return Reply.Ok(new JsonObject { ["listenKey"] = key });
    }

    private void End(string key)
    {
        until.Remove(key);
        streams.End(key);
    }
}
