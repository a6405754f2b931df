using System.Collections.Immutable;
using Dapper;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.FeatureStore;

/// <summary>Feature vectors as a JSONB time series in PostgreSQL, append-only.</summary>
internal sealed class PostgresFeatureStore(DbSession session, ITimeSeries series) : IFeatureStore
{
    private const string Insert = """
        INSERT INTO feature_vector (schema_name, schema_version, subject, observed_at, known_at, id, features)
        SELECT t.schema_name, t.schema_version, t.subject, t.observed_at, t.known_at, t.id, t.features::jsonb
        FROM unnest(@names, @versions, @subjects, @observed, @known, @ids, @features)
            AS t (schema_name, schema_version, subject, observed_at, known_at, id, features)
        ON CONFLICT DO NOTHING
        """;

    private const string Columns = """
        SELECT v.subject, v.observed_at AS "ObservedAt", v.known_at AS "KnownAt", v.features::text AS "Features",
               s.name, s.version, s.fields::text AS "Fields"
        FROM feature_vector v JOIN feature_schema s ON s.name = v.schema_name AND s.version = v.schema_version
        """;

    private const string NewestKnown = Columns + """

        WHERE v.schema_name = @name AND v.schema_version = @version AND v.subject = @subject
          AND v.observed_at <= @observedAt AND v.known_at <= @knownAt
        ORDER BY v.observed_at DESC, v.known_at DESC LIMIT 1
        """;

    public async ValueTask Declare(FeatureSchema schema, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var parameters = new { name = schema.Name, version = schema.Version, fields = StoredJson.Write(schema.Fields) };
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO feature_schema (name, version, fields) VALUES (@name, @version, @fields::jsonb) ON CONFLICT DO NOTHING",
            parameters,
            session.Transaction,
            cancellationToken: ct));
        if (await Declared(schema.Name, schema.Version, ct) is not { } known || !known.Matches(schema))
            throw FeatureSchemaConflictException.Of(schema);
    }

    public async ValueTask Append(IReadOnlyList<FeatureVector> vectors, CancellationToken ct)
    {
        if (vectors.Count == 0) return;
        foreach (var schema in vectors.Select(vector => vector.Schema).Distinct())
            if (await Declared(schema.Name, schema.Version, ct) is not { } known || !known.Matches(schema))
                throw new InvalidOperationException($"The schema {schema.Key} was not declared.");
        await series.Cover("feature_vector", vectors.Min(vector => vector.ObservedAt), vectors.Max(vector => vector.ObservedAt), ct);
        var connection = await session.Open(ct);
        var parameters = new
        {
            names = vectors.Select(vector => vector.Schema.Name).ToArray(),
            versions = vectors.Select(vector => vector.Schema.Version).ToArray(),
            subjects = vectors.Select(vector => vector.Subject).ToArray(),
            observed = vectors.Select(vector => vector.ObservedAt).ToArray(),
            known = vectors.Select(vector => vector.KnownAt).ToArray(),
            ids = vectors.Select(vector => vector.Id).ToArray(),
            features = vectors.Select(FeatureRow.Write).ToArray(),
        };
        await connection.ExecuteAsync(new CommandDefinition(Insert, parameters, session.Transaction, cancellationToken: ct));
    }

    public async ValueTask<FeatureVector?> AsOf(
        FeatureSchema schema, string subject, DateTimeOffset observedAt, DateTimeOffset knownAt, CancellationToken ct) =>
        await Single(NewestKnown, new { name = schema.Name, version = schema.Version, subject, observedAt, knownAt }, ct);

    public async ValueTask<FeatureVector?> Find(string id, CancellationToken ct) =>
        await Single(Columns + " WHERE v.id = @id", new { id }, ct);

    private async Task<FeatureSchema?> Declared(string name, int version, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var fields = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT fields::text FROM feature_schema WHERE name = @name AND version = @version",
            new { name, version },
            session.Transaction,
            cancellationToken: ct));
        return fields is null ? null : new FeatureSchema(name, version, StoredJson.Read<ImmutableArray<FeatureField>>(fields));
    }

    private async Task<FeatureVector?> Single(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<FeatureRow>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
        return row?.ToVector();
    }
}
