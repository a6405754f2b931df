using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Record;

/// <summary>Keeps the commissions that no rate was known for: they are a cost beside the profit, not nothing.</summary>
public sealed class FollowCommissions(IUnconvertedCommissions commissions) : IHandle<PositionChanged>
{
    public async Task Handle(PositionChanged happened, CancellationToken ct)
    {
        if (happened is { UnconvertedCommission: { } amount, UnconvertedCommissionCurrency: { } currency } && amount != 0m)
            await commissions.Add(new UnconvertedCommission(happened.DecisionId, happened.PairId, currency, amount), ct);
    }
}
