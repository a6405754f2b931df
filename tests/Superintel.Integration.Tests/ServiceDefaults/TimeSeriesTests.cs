using Dapper;
using Npgsql;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class TimeSeriesTests
{
    private static readonly DateTimeOffset Start = new(1990, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private PostgresDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private TimeSeries series = null!;

    [SetUp]
    public async Task CreateSchema()
    {
        database = await PostgresDatabase.Create();
        source = ServiceDataSource.Create(await database.RoleOwningSchema("probe"), "probe");
        await Migrator.Run(source, "probe", GetType().Assembly, CancellationToken.None);
        series = new TimeSeries(source);
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Rows_of_a_covered_span_can_be_written_and_read_back()
    {
        await series.Cover("reading", Start, Start.AddDays(90), CancellationToken.None);
        for (var day = 0; day <= 90; day++) await Write(Start.AddDays(day));
        Assert.That(await Scalar<long>("SELECT count(*) FROM reading"), Is.EqualTo(91));
        Assert.That(async () => await Write(Start), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("23505"));
        Assert.That(async () => await Write(Start.AddDays(1.5), -1),
            Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("23514"));
    }

    [Test]
    public async Task Partitions_have_the_table_s_indexes_and_the_edges_that_a_hypertable_would_have()
    {
        await series.Cover("reading", Start, Start, CancellationToken.None);
        var indexes = await Scalar<long>(
            "SELECT count(*) FROM pg_index i JOIN time_series_partition p ON i.indrelid = p.partition_name::regclass WHERE p.lower_bound "
                + "<= '1990-01-02Z' AND p.upper_bound > '1990-01-02Z'");
        Assert.That(indexes, Is.EqualTo(2));
        Assert.That(await Scalar<DateTimeOffset>("SELECT min(lower_bound) FROM time_series_partition"),
            Is.EqualTo(new DateTimeOffset(1989, 12, 28, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(await Scalar<long>("SELECT count(*) FROM time_series_partition"), Is.EqualTo(9));
    }

    [Test]
    public async Task A_write_outside_of_what_is_covered_fails_loudly()
    {
        await series.Cover("reading", Start, Start, CancellationToken.None);
        Assert.That(async () => await Write(Start.AddYears(1)),
            Throws.InstanceOf<PostgresException>().With.Message.Contains("no partition"));
    }

    [Test]
    public async Task Covering_one_span_from_many_writers_at_once_makes_each_partition_once()
    {
        var writers = Enumerable.Range(0, 6)
            .Select(_ => new TimeSeries(source).Cover("reading", Start, Start.AddDays(60), CancellationToken.None));
        await Task.WhenAll(writers);
        Assert.That(await Scalar<long>("SELECT count(*) FROM time_series_partition"), Is.EqualTo(18));
    }

    [Test]
    public async Task Expiry_drops_whole_partitions_that_are_older_than_the_table_keeps()
    {
        await series.Cover("reading", Start, Start.AddDays(60), CancellationToken.None);
        for (var day = 0; day <= 60; day++) await Write(Start.AddDays(day));
        await series.Expire(Start.AddDays(60), CancellationToken.None);
        var oldest = await Scalar<DateTimeOffset>("SELECT min(at) FROM reading");
        Assert.That(oldest, Is.GreaterThan(Start.AddDays(60 - 30 - 7)).And.LessThanOrEqualTo(Start.AddDays(30)));
        await series.Cover("reading", Start, Start, CancellationToken.None);
        await Write(Start);
    }

    [TestCase("CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL)", "identity or serial")]
    [TestCase("CREATE TABLE t (id bigserial, at timestamptz NOT NULL)", "identity or serial")]
    [TestCase("CREATE TABLE t (e bigint REFERENCES effect, at timestamptz NOT NULL)", "foreign key")]
    [TestCase("CREATE TABLE t (at timestamptz NOT NULL); INSERT INTO t VALUES (now())", "has rows already")]
    public async Task A_table_that_would_differ_between_the_servers_is_refused(string create, string reason)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(create);
        Assert.That(
            async () => await connection.ExecuteAsync("SELECT make_time_series('t', 'at')"),
            Throws.InstanceOf<PostgresException>().With.Message.Contains(reason));
    }

    private async Task Write(DateTimeOffset at, decimal value = 1)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("INSERT INTO reading (sensor, at, value) VALUES ('a', @at, @value)", new { at, value });
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<T>(sql);
    }
}
