using Npgsql;
using NpgsqlTypes;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>A column of many rows as one parameter, for <c>unnest</c> and <c>any</c>.</summary>
public static class ArrayParameter
{
    /// <param name="type">Of one value.</param>
    public static NpgsqlParameter Of<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
