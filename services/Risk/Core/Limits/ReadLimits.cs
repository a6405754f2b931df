using Superintel.Risk.Limits.Ports;

namespace Superintel.Risk.Limits;

/// <summary>The limits as they stand: what was changed, and the defaults of the rest.</summary>
public sealed class ReadLimits(ILimits limits)
{
    /// <summary>In the catalogue's order.</summary>
    public async ValueTask<IReadOnlyList<RiskLimit>> All(CancellationToken ct)
    {
        var changed = (await limits.Changed(ct)).ToDictionary(l => l.Name, StringComparer.Ordinal);
        return [.. LimitCatalogue.All.Select(d => changed.GetValueOrDefault(d.Name) ?? RiskLimit.Initial(d))];
    }

    public async ValueTask<RiskLimits> Now(CancellationToken ct) => RiskLimits.From(await All(ct));
}
