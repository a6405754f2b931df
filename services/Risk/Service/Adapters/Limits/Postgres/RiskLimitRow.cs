using Superintel.Risk.Limits;

namespace Superintel.Risk.Service.Adapters.Limits.Postgres;

internal sealed record RiskLimitRow
{
    public string Name { get; init; } = "";

    public double Value { get; init; }

    public long Version { get; init; }

    public string ChangedBy { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null for a limit that this version no longer has.</summary>
    public RiskLimit? ToLimit() =>
        LimitCatalogue.Find(Name) is { } definition ? new RiskLimit(definition, Value, Version, ChangedBy, ChangedAt) : null;
}
