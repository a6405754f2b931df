using Superintel.Risk.Limits;

namespace Superintel.Risk.Service.Endpoints.Limits;

/// <param name="Version">0 while the limit has its default.</param>
public sealed record LimitView(
    string Name,
    double Value,
    string Unit,
    double Minimum,
    double Maximum,
    string Description,
    long Version,
    string ChangedBy,
    DateTimeOffset? ChangedAt)
{
    public static LimitView Of(RiskLimit limit) => new(
        limit.Name,
        limit.Value,
        limit.Definition.Unit,
        limit.Definition.Minimum,
        limit.Definition.Maximum,
        limit.Definition.Description,
        limit.Version,
        limit.ChangedBy,
        limit.ChangedAt);
}
