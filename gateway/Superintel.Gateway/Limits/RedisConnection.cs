using StackExchange.Redis;

namespace Superintel.Gateway.Limits;

/// <summary>The connection to Redis; it reconnects by itself.</summary>
internal sealed class RedisConnection : IDisposable
{
    private readonly Lazy<ConnectionMultiplexer?> connection;

    public RedisConnection(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("redis");
        connection = new Lazy<ConnectionMultiplexer?>(() => string.IsNullOrWhiteSpace(text) ? null : Connect(text));
    }

    /// <summary>Null when there is no connection now.</summary>
    public IDatabase? Database => connection.Value is { IsConnected: true } open ? open.GetDatabase() : null;

    public void Dispose()
    {
        if (connection.IsValueCreated) connection.Value?.Dispose();
    }

    private static ConnectionMultiplexer Connect(string text)
    {
        var options = ConfigurationOptions.Parse(text);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2_000;
        options.SyncTimeout = 1_000;
        return ConnectionMultiplexer.Connect(options);
    }
}
