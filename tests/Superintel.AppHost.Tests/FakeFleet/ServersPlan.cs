using System.Globalization;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Planning;
using Superintel.AppHost.Local.Probes;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Tests.FakeFleet;

/// <summary>The three real servers and nothing else.</summary>
internal static class ServersPlan
{
    public const string Password = "not-a-secret-of-anybody";

    public static readonly IReadOnlyDictionary<string, string> Roles =
        new Dictionary<string, string> { ["journal"] = "journal0password", ["risk"] = "risk0password" };

    public static FleetPlan Of(StateFolder folder)
    {
        var book = new PortBook(folder, new Dictionary<string, int>(), _ => { });
        var database = new DatabaseBootstrap(book.For("postgres"), Password, Roles);
        return new FleetPlan(
            [
                Server(folder, book, "postgres", new PostgresProbe(database.Administration)) with { Prepare = database.Run },
                Server(folder, book, "redis", new RedisProbe(book.For("redis"), Password)),
                Server(folder, book, "rabbitmq", new RabbitMqProbe(book.For("rabbitmq"))),
            ],
            new FleetUrls(null, null));
    }

    private static Part Server(StateFolder folder, PortBook book, string name, IProbe probe) => new(
        name,
        new Launch(
            TestKit.Repository.File($"eng/servers/{name}"),
            [
                "--data", folder.DataOf(name), "--no-fsync",
                "--port", book.For(name).ToString(CultureInfo.InvariantCulture),
                "--password-file", Secrets.AsFile(folder, name, Password),
            ],
            folder.Root),
        probe)
    {
        DeathSignal = "TERM",
        Url = $"127.0.0.1:{book.For(name)}",
    };
}
