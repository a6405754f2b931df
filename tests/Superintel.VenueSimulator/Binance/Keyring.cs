using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Superintel.Venue.Binance.Signing;

namespace Superintel.VenueSimulator.Binance;

/// <summary>The simulated account's key, made from the seed, and the check of signed requests.</summary>
internal sealed class Keyring(int seed, VenueClock clock)
{
    private const int LatestAheadMs = 1_000;
    private const int DefaultWindowMs = 5_000;
    private const int MostWindowMs = 60_000;

    public string ApiKey { get; } = Made("key", seed);

    public string Secret { get; } = Made("secret", seed);

    /// <summary>The same key's other half for those who sign with Ed25519: the seed of the private key, 32 bytes.</summary>
    public byte[] PrivateSeed { get; } = Convert.FromHexString(Made("ed25519", seed));

    /// <summary>The key alone, where nothing has to be signed.</summary>
    /// <returns>Null: it is the account's.</returns>
    public Reply? Unknown(Request request)
    {
        if (request.ApiKey?.Length != ApiKey.Length) return Reply.Error(-2014, "API-key format invalid.", 401);
        return request.ApiKey == ApiKey ? null : Reply.Error(-2015, "Invalid API-key, IP, or permissions for action.", 401);
    }

    /// <returns>Null: it is in order.</returns>
    public Reply? Objection(Request request)
    {
        if (request.IsLoggedOn) return Untimely(request);
        if (Unknown(request) is { } unknown) return unknown;
        if (Untimely(request) is { } untimely) return untimely;
        if (!request.Has("signature")) return Reply.Lacks("signature");
        var payload = Encoding.UTF8.GetBytes(request.Payload);
        var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), payload));
        // An Ed25519 signature has one form only, so that it can be made again and compared.
        return string.Equals(expected, request["signature"], StringComparison.OrdinalIgnoreCase)
            || new Ed25519Signer(ApiKey, PrivateSeed).Sign(payload) == request["signature"]
            ? null
            : Reply.Error(-1022, "Signature for this request is not valid.");
    }

    private Reply? Untimely(Request request)
    {
        if (request.Long("timestamp") is not { } at) return Reply.Lacks("timestamp");
        var now = clock.NowMs;
        var window = request.Long("recvWindow") ?? DefaultWindowMs;
        if (window > MostWindowMs) return Reply.Error(-1131, "recvWindow must be less than 60000.");
        if (at >= now + LatestAheadMs) return Reply.Error(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        return now - at > window ? Reply.Error(-1021, "Timestamp for this request is outside of the recvWindow.") : null;
    }

    /// <summary>A session is opened with an Ed25519 key only.</summary>
    /// <returns>Null: it is in order.</returns>
    public Reply? Logon(Request request) => Objection(request) ?? (request["signature"].Length == 2 * SHA256.HashSizeInBytes
        ? Reply.Error(-4056, "HMAC_SHA256 API key is not supported.", 400)
        : null);

    private static string Made(string what, int seed) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"binance {what} {seed}"))));
}
