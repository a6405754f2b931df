namespace Superintel.TestKit;

/// <summary>What every service is told that a test starts on the private servers and on free ports.</summary>
public static class ServiceArguments
{
    /// <summary>Of all services of a test.</summary>
    public const string Key = "a key that only the tests of this repository know";

    /// <param name="postgres">As the owner of its schema.</param>
    /// <param name="prefix">Null: it is alone on the broker.</param>
    public static IReadOnlyList<string> Of(string service, string postgres, string? prefix = null) =>
    [
        $"--ConnectionStrings:postgres={postgres}",
        $"--ConnectionStrings:rabbitmq={TestServers.RabbitMq}",
        $"--Messaging:Prefix={prefix ?? BrokerPrefix.New()}",
        $"--Auth:ServiceKey={Key}",
        $"--Superintel:StateFolder={Scratch.Folder(service)}",
        "--Grpc:Port=0",
        "--Logging:LogLevel:Default=None",
    ];
}
