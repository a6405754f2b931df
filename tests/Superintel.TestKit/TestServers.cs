namespace Superintel.TestKit;

/// <summary>The private servers that the test command started. A test that needs one fails without it; it is never skipped.</summary>
public static class TestServers
{
    /// <summary>Npgsql connection string of a superuser.</summary>
    public static string Postgres => Required("SUPERINTEL_TEST_POSTGRES");

    /// <summary>StackExchange.Redis configuration.</summary>
    public static string Redis => Required("SUPERINTEL_TEST_REDIS");

    /// <summary>AMQP URI. Broker tests share it and keep apart by <see cref="BrokerPrefix"/>.</summary>
    public static string RabbitMq => Required("SUPERINTEL_TEST_RABBITMQ");

    private static string Required(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(value)) Assert.Fail($"{variable} is not set: run the tests through ./superintel test");
        return value!;
    }
}
