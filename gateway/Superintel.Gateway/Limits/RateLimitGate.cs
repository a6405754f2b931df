namespace Superintel.Gateway.Limits;

/// <summary>Every signed-in request counts against its user.</summary>
internal static class RateLimitGate
{
    public static void UseRateLimitGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var limiter = http.RequestServices.GetRequiredService<RateLimiter>();
        if (http.User.Identity is { IsAuthenticated: true, Name: { } user }
            && await limiter.Take($"user:{user}", limiter.Options.RequestsPerMinute) is { } retry)
        {
            await limiter.Refuse(http, retry).ExecuteAsync(http);
            return;
        }

        await next(http);
    });
}
