using Superintel.AppHost.Model;

namespace Superintel.AppHost.Description;

/// <summary>Everything a fleet is given: passwords that are made once and kept, and the venues' credentials of a person.</summary>
public static class FleetParameters
{
    private const int PasswordLength = 32;

    // 64 letters and digits are 48 bytes of base64.
    private const int KeyLength = 64;

    public static IReadOnlyList<Parameter> Of(FleetOptions options, IEnumerable<ServicePart> services)
    {
        List<Parameter> parameters =
        [
            Generated("postgres-password", PasswordLength, "PostgreSQL's superuser"),
            Generated("redis-password", PasswordLength, "Redis"),
            Generated("rabbitmq-password", PasswordLength, "RabbitMQ's user superintel"),
            Generated("service-key", KeyLength, "The key, in base64, by which services know each other's requests"),
        ];
        parameters.AddRange(services.Select(service => Generated(
            ServiceEnvironment.DatabasePassword(service.DatabaseRole), PasswordLength, $"The database role {service.DatabaseRole}")));
        parameters.AddRange(options.Target is FleetTarget.Processes ? Dashboard() : Venues());
        return parameters;
    }

    private static IEnumerable<Parameter> Dashboard() =>
    [
        Generated("dashboard-token", PasswordLength, "Signs a browser in to the dashboard"),
        Generated("dashboard-api-key", PasswordLength, "Reads telemetry back from the dashboard"),
        Generated("otlp-key", PasswordLength, "Lets services send telemetry to the dashboard"),
    ];

    private static IEnumerable<Parameter> Venues() =>
    [
        new("ibkr-user", Secret: false, "User of the Interactive Brokers paper account"),
        new("ibkr-password", Secret: true, "Password of the Interactive Brokers paper account"),
        Generated("mt4-bridge-token", PasswordLength, "Lets execution use the MT4 bridge"),
        Generated("mt4-terminal-token", PasswordLength, "Lets the terminal's expert use the MT4 bridge"),
    ];

    private static Parameter Generated(string name, int length, string description) =>
        new(name, Secret: true, description) { GeneratedLength = length };
}
