using System.Globalization;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Probes;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Local.Planning;

/// <summary>How each kind of part runs as a process.</summary>
/// <param name="roles">The services' database roles and their passwords.</param>
public sealed class LocalParts(
    FleetRequest request, Addresses addresses, LocalValues values, IReadOnlyDictionary<string, string> roles)
{
    public Part Of(FleetPart part, FleetUrls urls) => part switch
    {
        ServerPart server => Server(server),
        ServicePart service => Service(service, urls),
        ToolPart tool => Tool(tool),
        _ => throw new FleetException($"{part.Name} runs in containers only."),
    };

    private Part Server(ServerPart server)
    {
        var script = server.Kind switch
        {
            ServerKind.Postgres => "postgres",
            ServerKind.Redis => "redis",
            ServerKind.RabbitMq => "rabbitmq",
            _ => throw new ArgumentOutOfRangeException(nameof(server), server.Kind, null),
        };
        var port = addresses.Port(server.Name, "tcp");
        var password = values.Parameter(server.PasswordParameter);
        string[] arguments =
        [
            "--data", request.Folder.DataOf(server.Name),
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--password-file", Secrets.AsFile(request.Folder, server.PasswordParameter, password),
        ];
        var database = new DatabaseBootstrap(port, password, roles);
        return new Part(
            server.Name,
            new Launch(request.Repository.At("eng", "servers", script), arguments, request.Folder.Root),
            server.Kind switch
            {
                ServerKind.Postgres => new PostgresProbe(database.Administration),
                ServerKind.Redis => new RedisProbe(port, password),
                _ => new RabbitMqProbe(port),
            })
        {
            References = server.StartAfter,
            Url = $"{Addresses.Host}:{port}",
            DeathSignal = "TERM",
            StopWithin = TimeSpan.FromSeconds(30),
            Prepare = server.Kind == ServerKind.Postgres ? database.Run : null,
        };
    }

    private Part Service(ServicePart service, FleetUrls urls)
    {
        var assembly = request.Repository.Assembly(service.Project);
        if (!File.Exists(assembly))
            throw new FleetException($"{service.Name} has not been built: {assembly} is missing. `./superintel up` builds it.");
        var environment = values.Fill(service.Environment);
        foreach (var (name, value) in ServiceSurroundings.Of(service, request, urls))
            environment[name] = value;
        // Beside its assembly lie its settings; relative paths in them are the service's own business.
        var launch = new Launch("dotnet", [assembly], Path.GetDirectoryName(assembly)!) { Environment = environment };
        return new Part(service.Name, launch, new HttpProbe(Ready(service)))
        {
            References = service.StartAfter,
            Url = addresses.Url(service.Name, "http"),
        };
    }

    private Part Tool(ToolPart tool)
    {
        var launch = new Launch(request.Repository.At(tool.Executable), tool.Arguments, request.Folder.Root)
        {
            Environment = values.Fill(tool.Environment),
        };
        return new Part(tool.Name, launch, new HttpProbe(Ready(tool)))
        {
            References = tool.StartAfter,
            Url = addresses.Url(tool.Name, "http"),
            Required = !tool.Optional,
        };
    }

    private Uri Ready(FleetPart part) => part.Health is { } health
        ? new Uri(addresses.Url(part.Name, health.Endpoint) + health.Ready)
        : throw new FleetException($"{part.Name} has no health check.");
}
