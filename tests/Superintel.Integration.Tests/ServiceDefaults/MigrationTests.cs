using Dapper;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class MigrationTests
{
    private PostgresDatabase database = null!;

    [SetUp]
    public async Task CreateDatabase() => database = await PostgresDatabase.Create();

    [TearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Migrations_run_once_when_eight_processes_start_together()
    {
        await using var source = ServiceDataSource.Create(database.ConnectionString, "probe");
        var applied = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None)));
        Assert.That(applied.Count(count => count > 0), Is.EqualTo(1));
        Assert.That(await Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Migrations_run_as_a_role_that_owns_nothing_but_its_schema()
    {
        await using var source = ServiceDataSource.Create(await database.RoleOwningSchema("probe"), "probe");
        Assert.That(await Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None), Is.GreaterThan(0));
        await using var connection = await source.OpenConnectionAsync();
        var schemas = await connection.QueryAsync<string>("SELECT DISTINCT schemaname FROM pg_tables WHERE tableowner = current_user");
        Assert.That(schemas, Is.EqualTo(new[] { "probe" }));
    }

    [Test]
    public async Task A_migration_changed_after_it_was_applied_is_refused()
    {
        await using var source = ServiceDataSource.Create(database.ConnectionString, "probe");
        await Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None);
        await using (var connection = await source.OpenConnectionAsync())
            await connection.ExecuteAsync("UPDATE migration SET checksum = 'other' WHERE source = 'probe'");
        Assert.That(
            async () => await Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None),
            Throws.InvalidOperationException.With.Message.Contains("001_probe was changed"));
    }
}
