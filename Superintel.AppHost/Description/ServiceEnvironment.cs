using Superintel.AppHost.Model;

namespace Superintel.AppHost.Description;

/// <summary>What every service is told: its servers, the others' addresses, the shared key, where its telemetry goes.</summary>
public static class ServiceEnvironment
{
    public const string RabbitMqUser = "superintel";

    /// <summary>The parameter that holds the password of a service's database role.</summary>
    public static string DatabasePassword(string role) => $"{role}-db-password";

    /// <summary>Loopback, except inside a container, whose loopback nobody else reaches.</summary>
    public static string ListenOn(FleetOptions options) => options.Target is FleetTarget.Containers ? "0.0.0.0" : "127.0.0.1";

    /// <param name="options">The fleet that it is part of.</param>
    /// <param name="name">The service, which is also the name of its role.</param>
    /// <param name="references">Services whose addresses it gets, as services__name__endpoint__0.</param>
    /// <param name="own">What only this service is told.</param>
    public static IReadOnlyDictionary<string, Template> Of(
        FleetOptions options, string name, IReadOnlyList<string> references, Dictionary<string, Template> own)
    {
        var environment = new SortedDictionary<string, Template>(own, StringComparer.Ordinal)
        {
            ["Auth__ServiceKey"] = "{service-key.value}",
            ["ConnectionStrings__postgres"] = "Host={postgres.bindings.tcp.host};Port={postgres.bindings.tcp.port};"
                + $"Database={Fleet.Database};Username={name};Password={{{DatabasePassword(name)}.value}}",
            ["ConnectionStrings__rabbitmq"] = $"amqp://{RabbitMqUser}:{{rabbitmq-password.value}}"
                + "@{rabbitmq.bindings.tcp.host}:{rabbitmq.bindings.tcp.port}",
            ["ConnectionStrings__redis"] = "{redis.bindings.tcp.host}:{redis.bindings.tcp.port},password={redis-password.value}",
            ["MASSTRANSIT_USAGE_TELEMETRY"] = "false",
            ["OTEL_SERVICE_NAME"] = name,
            ["Superintel__StateFolder"] = options.StateFolder,
        };
        foreach (var part in references)
        {
            environment[$"services__{part}__http__0"] = $"{{{part}.bindings.http.url}}";
            environment[$"services__{part}__grpc__0"] = $"{{{part}.bindings.grpc.url}}";
        }

        if (options.RepositoryFolder is { } repository)
        {
            environment["Superintel__Repository"] = repository;
        }

        if (options.Target is FleetTarget.AspireRun)
        {
            // The host itself needs Development, to find the passwords it made; its services would inherit that.
            environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            environment["DOTNET_ENVIRONMENT"] = "Production";
        }

        if (options.Target is FleetTarget.Processes)
        {
            // Aspire and its publishers bring their own dashboard and say so themselves.
            environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "{dashboard.bindings.otlp.url}";
            environment["OTEL_EXPORTER_OTLP_HEADERS"] = "x-otlp-api-key={otlp-key.value}";
        }

        return environment;
    }
}
