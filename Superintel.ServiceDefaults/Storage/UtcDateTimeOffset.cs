using System.Data;
using Dapper;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>timestamptz is an instant: written and read as UTC.</summary>
internal sealed class UtcDateTimeOffset : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>Dapper's own mapping of the type has to go first, or the handler is never asked.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new UtcDateTimeOffset());
    }

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();

    public override DateTimeOffset Parse(object value) => value switch
    {
        DateTimeOffset offset => offset.ToUniversalTime(),
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time),
        _ => throw new DataException($"A {value.GetType().Name} is no instant: the column must be timestamptz."),
    };
}
