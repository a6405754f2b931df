using Npgsql;
using Superintel.AppHost.Database;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Database;

public sealed class DatabaseRolesTests
{
    [Test]
    public void Settings_name_each_role_and_its_password_in_order() =>
        Assert.That(
            DatabaseRoles.Settings([new("risk", "b2"), new("approval", "a1")]),
            Is.EqualTo("-c superintel.roles=approval,risk -c superintel.approval_password=a1 -c superintel.risk_password=b2"));

    [Test]
    public void Sql_holds_nothing_that_a_compose_file_or_a_template_would_replace() =>
        Assert.That(DatabaseRoles.Sql, Does.Not.Contain("$").And.Not.Contains("{"));

    [Test]
    public async Task Roles_when_made_twice_own_their_schema_and_enter_no_other()
    {
        await using var database = await PostgresDatabase.Create();
        var (mine, other) = ($"mine_{Guid.NewGuid():N}", $"other_{Guid.NewGuid():N}");
        await Make(database.ConnectionString, mine, other, "first");
        await Make(database.ConnectionString, mine, other, "second");

        await Execute(As(database.ConnectionString, mine, "second"), "CREATE TABLE kept (x int)");

        Assert.That(
            async () => await Execute(As(database.ConnectionString, other, "second"), $"SELECT * FROM {mine}.kept"),
            Refused(PostgresErrorCodes.InsufficientPrivilege));
        Assert.That(
            async () => await Execute(As(database.ConnectionString, mine, "first"), "SELECT 1"),
            Refused(PostgresErrorCodes.InvalidPassword));
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string sqlState) =>
        Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(sqlState);

    private static async Task Make(string administrator, string mine, string other, string password)
    {
        var settings = DatabaseRoles.Settings([new(mine, password), new(other, password)]);
        await Execute(new NpgsqlConnectionStringBuilder(administrator) { Options = settings, Pooling = false }, DatabaseRoles.Sql);
    }

    private static NpgsqlConnectionStringBuilder As(string administrator, string role, string password) =>
        new(administrator) { Username = role, Password = password, Pooling = false };

    private static async Task Execute(NpgsqlConnectionStringBuilder connection, string sql)
    {
        await using var session = new NpgsqlConnection(connection.ConnectionString);
        await session.OpenAsync();
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync();
    }
}
