using Superintel.AppHost.Database;
using Superintel.AppHost.Description;
using Superintel.AppHost.Model;

namespace Superintel.AppHost;

/// <summary>
/// What the fleet is: servers, services, ports, references, order of start, health checks, parameters.
/// Local/ runs it as processes, Aspire/ as an Aspire application, Manifest/ writes it down.
/// </summary>
public static class Fleet
{
    public const int GatewayPort = 8080;

    /// <summary>The one database; each service owns a schema of it.</summary>
    public const string Database = "superintel";

    private const string TimescaleImage = "timescale/timescaledb";
    private const string TimescaleTag = "2.28.3-pg17";

    private static readonly HealthCheck Health = new("http", "/health/ready", "/health/live");

    public static FleetDescription Describe(FleetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = Services(options);
        List<FleetPart> parts = [Postgres(), Redis(), RabbitMq()];
        if (options.Target is FleetTarget.Processes)
        {
            parts.Add(DashboardTool.Describe());
        }
        else
        {
            // A process of this machine gets its roles from the host itself, which runs the same SQL.
            parts.Add(Roles(services));
            parts.AddRange([Ibkr(), Mt4Bridge()]);
        }

        parts.AddRange(services);
        return new FleetDescription(FleetParameters.Of(options, services), parts);
    }

    // What a service asks others for, by REST or gRPC, is a reference; it retries and needs no order. Whose events it would
    // lose is an order: consumers declare their queues before ingestion begins to publish.
    private static List<ServicePart> Services(FleetOptions options) =>
    [
        Service(options, "journal", [], []),
        Service(options, "execution", [], [], Venues(options)),
        Service(options, "risk", ["execution"], []),
        Service(options, "approval", ["risk"], []),
        Service(options, "prediction", [], []),
        Service(
            options, "ingestion", ["execution", "risk"], ["journal", "execution", "risk", "approval", "prediction"],
            Tws(options, "Ibkr__Gateway")),
        Gateway(options),
    ];

    private static ServicePart Service(
        FleetOptions options, string name, string[] references, string[] startAfter, Dictionary<string, Template>? own = null)
    {
        var title = char.ToUpperInvariant(name[0]) + name[1..];
        return new ServicePart(name, $"services/{title}/Service/Superintel.{title}.Service.csproj")
        {
            DatabaseRole = name,
            Endpoints =
            [
                new Endpoint("http", EndpointProtocol.Http) { TargetPort = InContainer(options, 8080) },
                new Endpoint("grpc", EndpointProtocol.Http2) { TargetPort = InContainer(options, 8081) },
            ],
            Environment = ServiceEnvironment.Of(options, name, references, new(own ?? [])
            {
                // The fleet's only source so far is recorded data: time is the data's.
                ["Clock__Mode"] = "replay",
                ["Http__Host"] = ServiceEnvironment.ListenOn(options),
                ["Http__Port"] = $"{{{name}.bindings.http.targetPort}}",
                ["Grpc__Port"] = $"{{{name}.bindings.grpc.targetPort}}",
            }),
            StartAfter = [.. Foundations(options), .. startAfter],
            Health = Health,
        };
    }

    private static ServicePart Gateway(FleetOptions options) =>
        new("gateway", "gateway/Superintel.Gateway/Superintel.Gateway.csproj")
        {
            DatabaseRole = "gateway",
            Endpoints =
            [
                new Endpoint("http", EndpointProtocol.Http)
                {
                    Port = options.GatewayPort,
                    TargetPort = InContainer(options, 8080),
                    Public = true,
                },
            ],
            Environment = GatewayEnvironment(options),
            StartAfter = [.. Foundations(options), "journal"],
            Health = Health,
        };

    private static IReadOnlyDictionary<string, Template> GatewayEnvironment(FleetOptions options)
    {
        var own = new Dictionary<string, Template>(StringComparer.Ordinal)
        {
            ["Http__Host"] = ServiceEnvironment.ListenOn(options),
            ["Http__Port"] = "{gateway.bindings.http.targetPort}",
        };
        if (options.AdminFile is { } file)
        {
            own["Auth__AdminFile"] = file;
        }

        return ServiceEnvironment.Of(
            options, "gateway", ["approval", "execution", "ingestion", "journal", "prediction", "risk"], own);
    }

    // A process finds its venues where its own configuration says: they run outside the fleet there.
    private static Dictionary<string, Template> Tws(FleetOptions options, string section) =>
        options.Target is FleetTarget.Processes ? [] : new()
        {
            [$"{section}__Host"] = "{ibkr.bindings.api.host}",
            [$"{section}__Port"] = "{ibkr.bindings.api.port}",
        };

    // Between containers the token travels through a network: TLS, and only the key that follows from the token (ADR 85).
    private static Dictionary<string, Template> Venues(FleetOptions options) => options.Target is FleetTarget.Processes ? [] : new(
        Tws(options, "Execution__Ibkr"))
    {
        ["Execution__Mt4__Bridge__OwnCertificate"] = "true",
        ["Execution__Mt4__Bridge__Url"] = "https://{mt4-bridge.bindings.api.host}:{mt4-bridge.bindings.api.port}",
        ["MT4_BRIDGE_TOKEN"] = "{mt4-bridge-token.value}",
    };

    private static int? InContainer(FleetOptions options, int port) => options.Target is FleetTarget.Containers ? port : null;

    private static string[] Foundations(FleetOptions options) => options.Target is FleetTarget.Processes
        ? ["postgres", "redis", "rabbitmq"]
        : ["redis", "rabbitmq", "roles"];

    private static ServerPart Postgres() => new("postgres", TimescaleImage, TimescaleTag, ServerKind.Postgres)
    {
        PasswordParameter = "postgres-password",
        Endpoints = [new Endpoint("tcp", EndpointProtocol.Tcp) { TargetPort = 5432 }],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["POSTGRES_DB"] = Database,
            ["POSTGRES_INITDB_ARGS"] = "--auth-host=scram-sha-256 --auth-local=scram-sha-256",
            ["POSTGRES_PASSWORD"] = "{postgres-password.value}",
            ["POSTGRES_USER"] = "postgres",
            ["TIMESCALEDB_TELEMETRY"] = "off",
        },
        Volumes = [new Volume("superintel-postgres", "/var/lib/postgresql/data")],
        HealthCommand = ["pg_isready", "--username=postgres", $"--dbname={Database}"],
    };

    private static ServerPart Redis() => new("redis", "redis", "7.4", ServerKind.Redis)
    {
        PasswordParameter = "redis-password",
        Endpoints = [new Endpoint("tcp", EndpointProtocol.Tcp) { TargetPort = 6379 }],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["REDISCLI_AUTH"] = "{redis-password.value}",
            ["REDIS_PASSWORD"] = "{redis-password.value}",
        },
        ShellCommand = "redis-server --requirepass $REDIS_PASSWORD --maxmemory 1gb --maxmemory-policy volatile-lru --appendonly yes",
        Volumes = [new Volume("superintel-redis", "/data")],
        HealthCommand = ["redis-cli", "ping"],
    };

    private static ServerPart RabbitMq() => new("rabbitmq", "rabbitmq", "4.1", ServerKind.RabbitMq)
    {
        PasswordParameter = "rabbitmq-password",
        Endpoints = [new Endpoint("tcp", EndpointProtocol.Tcp) { TargetPort = 5672 }],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["RABBITMQ_DEFAULT_PASS"] = "{rabbitmq-password.value}",
            ["RABBITMQ_DEFAULT_USER"] = ServiceEnvironment.RabbitMqUser,

            // The data folder belongs to a node name, and a container's own host name changes with every start.
            ["RABBITMQ_NODENAME"] = "rabbit@localhost",
        },
        Volumes = [new Volume("superintel-rabbitmq", "/var/lib/rabbitmq")],
        HealthCommand = ["rabbitmq-diagnostics", "--quiet", "check_port_connectivity"],
    };

    private static ContainerPart Roles(List<ServicePart> services) => new("roles", TimescaleImage, TimescaleTag)
    {
        RunsOnce = true,
        ShellCommand = "until pg_isready --quiet; do sleep 1; done; "
            + "printf %s \"$ROLES_SQL\" | psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1",
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["PGDATABASE"] = Database,
            ["PGHOST"] = "{postgres.bindings.tcp.host}",
            ["PGOPTIONS"] = DatabaseRoles.Settings(services.Select(service =>
                KeyValuePair.Create(service.DatabaseRole, $"{{{ServiceEnvironment.DatabasePassword(service.DatabaseRole)}.value}}"))),
            ["PGPASSWORD"] = "{postgres-password.value}",
            ["PGPORT"] = "{postgres.bindings.tcp.port}",
            ["PGUSER"] = "postgres",
            ["ROLES_SQL"] = DatabaseRoles.Sql,
        },
        StartAfter = ["postgres"],
    };

    // The image listens for API clients on 8888 whatever the account; paper trading only, until a person changes it.
    private static ContainerPart Ibkr() => new("ibkr", "ghcr.io/extrange/ibkr", "stable")
    {
        Optional = true,
        Endpoints =
        [
            new Endpoint("api", EndpointProtocol.Tcp) { TargetPort = 8888, Port = 4002 },
            new Endpoint("screen", EndpointProtocol.Http) { TargetPort = 6080, Port = 6080 },
        ],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["GATEWAY_OR_TWS"] = "gateway",
            ["IBC_ReadOnlyApi"] = "no",
            ["IBC_TradingMode"] = "paper",
            ["PASSWORD"] = "{ibkr-password.value}",
            ["USERNAME"] = "{ibkr-user.value}",
        },
    };

    // This repository's own image (venues/Superintel.Mt4Bridge, PublishContainer). The terminal comes to a port of its own, with a
    // token of its own; the journal outlives the container.
    private static ContainerPart Mt4Bridge() => new("mt4-bridge", "superintel/mt4-bridge", "1")
    {
        Optional = true,
        Endpoints =
        [
            new Endpoint("api", EndpointProtocol.Tcp) { TargetPort = 8005, Port = 8005 },
            new Endpoint("terminal", EndpointProtocol.Http) { TargetPort = 8006, Port = 8006 },
        ],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["MT4_BRIDGE_TOKEN"] = "{mt4-bridge-token.value}",
            ["MT4_TERMINAL_TOKEN"] = "{mt4-terminal-token.value}",
        },
        Volumes = [new Volume("superintel-mt4-bridge", "/home/app")],
    };
}
