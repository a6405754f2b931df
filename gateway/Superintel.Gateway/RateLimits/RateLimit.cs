using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Gateway.RateLimits;

/// <summary>Middleware: so many requests per minute for each user, and fewer for strangers.</summary>
internal sealed class RateLimit(RequestDelegate next, SharedCounter counter, IOptions<RateLimitOptions> options)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/health"))
        {
            await next(http);
            return;
        }

        var (key, limit) = Bucket(http);
        var (count, left) = await counter.Count(key);
        http.Response.Headers["RateLimit-Limit"] = limit.ToString();
        http.Response.Headers["RateLimit-Remaining"] = Math.Max(0, limit - count).ToString();
        http.Response.Headers["RateLimit-Reset"] = ((int)Math.Ceiling(left.TotalSeconds)).ToString();
        if (count <= limit)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(left.TotalSeconds)).ToString();
        await Problems.Of(StatusCodes.Status429TooManyRequests, "rate-limited", $"More than {limit} requests in a minute.")
            .ExecuteAsync(http);
    }

    private (string Key, int Limit) Bucket(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (http.Request.Path.StartsWithSegments("/api/auth/login")) return ($"sign-in:{address}", options.Value.SignInsPerAddress);
        return http.User.Identity is { IsAuthenticated: true, Name: { } user }
            ? ($"user:{user}", options.Value.PerUser)
            : ($"address:{address}", options.Value.PerAddress);
    }
}
