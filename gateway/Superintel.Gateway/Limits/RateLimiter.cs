using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Gateway.Limits;

/// <summary>
/// Counts requests per minute in Redis, so that all gateways count together. Without Redis each gateway counts for itself: the limit
/// gets looser by the number of gateways, but never goes away and never stops the desk.
/// </summary>
internal sealed partial class RateLimiter(RedisConnection redis, IOptions<RateLimitOptions> options, ILogger<RateLimiter> log)
{
    private const string Count = """
        local n = redis.call('INCR', KEYS[1])
        if n == 1 then redis.call('EXPIRE', KEYS[1], 120) end
        return n
        """;

    private readonly ConcurrentDictionary<string, int> own = new(StringComparer.Ordinal);
    private long ownMinute;

    public RateLimitOptions Options => options.Value;

    /// <summary>Counts one request.</summary>
    /// <returns>Null when it may pass, otherwise how long until the next one may.</returns>
    public async ValueTask<TimeSpan?> Take(string who, int limit)
    {
        var now = TimeProvider.System.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / 60;
        var used = await Used($"rate:{who}:{minute}", minute);
        return used <= limit ? null : DateTimeOffset.FromUnixTimeSeconds((minute + 1) * 60) - now;
    }

    public IResult Refuse(HttpContext http, TimeSpan retry)
    {
        var seconds = (int)Math.Ceiling(retry.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString();
        return Problems.Of(StatusCodes.Status429TooManyRequests, "rate-limited", $"Too many requests; try again in {seconds} s.");
    }

    private async Task<long> Used(string key, long minute)
    {
        try
        {
            if (redis.Database is { } database) return (long)await database.ScriptEvaluateAsync(Count, [key]);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            Alone(log, failure.Message);
        }

        if (Interlocked.Exchange(ref ownMinute, minute) != minute) own.Clear();
        return own.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    [LoggerMessage(1621, LogLevel.Warning, "Redis does not answer, this gateway counts requests alone: {Reason}")]
    private static partial void Alone(ILogger logger, string reason);
}
