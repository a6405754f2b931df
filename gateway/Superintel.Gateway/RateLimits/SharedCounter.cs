using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Superintel.Gateway.RateLimits;

/// <summary>
/// Counts per key and minute in Redis, so that all gateways count together. While Redis is away each gateway counts for itself:
/// limits still hold, and the kill switch is never locked behind a cache.
/// </summary>
internal sealed class SharedCounter(IConfiguration configuration) : IDisposable
{
    private const int MostKeys = 100_000;

    // INCR and the expiry in one step: a key without an expiry would limit its user for ever.
    private const string CountAndExpire =
        "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, int> local = new(StringComparer.Ordinal);
    private readonly Lazy<ConnectionMultiplexer?> redis = new(() => Connect(configuration.GetConnectionString("redis")));
    // Fleets that share a Redis, as those of tests do, must not count each other's users.
    private readonly string fleet = configuration["Messaging:Prefix"] ?? string.Empty;
    private long localWindow;

    public bool IsConnected => redis.Value?.IsConnected == true;

    /// <returns>How often the key was counted in this window, and how long the window still lasts.</returns>
    public async Task<(long Count, TimeSpan Left)> Count(string key)
    {
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        var window = now / Window.Ticks;
        var left = TimeSpan.FromTicks(((window + 1) * Window.Ticks) - now);
        if (redis.Value is { IsConnected: true } server)
        {
            try
            {
                var count = (long)await server.GetDatabase().ScriptEvaluateAsync(
                    CountAndExpire, [$"superintel:{fleet}rate:{key}:{window}"], [(long)Window.TotalMilliseconds * 2]);
                return (count, left);
            }
            catch (Exception away) when (away is RedisException or TimeoutException)
            {
                // Counted below instead.
            }
        }

        return (CountHere(key, window), left);
    }

    public void Dispose()
    {
        if (redis.IsValueCreated) redis.Value?.Dispose();
    }

    private int CountHere(string key, long window)
    {
        if (Interlocked.Exchange(ref localWindow, window) != window || local.Count > MostKeys) local.Clear();
        return local.AddOrUpdate(key, 1, (_, before) => before + 1);
    }

    private static ConnectionMultiplexer? Connect(string? configuration)
    {
        if (string.IsNullOrEmpty(configuration)) return null;
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.SyncTimeout = 1000;
        return ConnectionMultiplexer.Connect(options);
    }
}
