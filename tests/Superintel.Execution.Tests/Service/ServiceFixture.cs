using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>The whole service on PostgreSQL and RabbitMQ, anew for every test, with two instruments listed.</summary>
public abstract class ServiceFixture
{
    protected PostgresDatabase Database { get; private set; } = null!;

    protected RunningService Service { get; set; } = null!;

    /// <summary>Where it keeps what it stores.</summary>
    protected string Postgres { get; private set; } = "";

    /// <summary>Of its names at the broker.</summary>
    protected string Prefix { get; private set; } = "";

    [SetUp]
    public async Task Start()
    {
        Database = await PostgresDatabase.Create();
        Postgres = await Database.RoleOwningSchema("execution");
        Prefix = BrokerPrefix.New();
        Service = Run();
        foreach (var id in new[] { Ko, Pg }) await Service.Deliver(Listed(id));
    }

    [TearDown]
    public async Task Stop()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Starts it, or starts it again on what it stored.</summary>
    protected virtual RunningService Run() => new(Postgres, Prefix);
}
