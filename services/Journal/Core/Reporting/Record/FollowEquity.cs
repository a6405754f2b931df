using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Record;

/// <summary>Adds a valuation to the equity curve.</summary>
public sealed class FollowEquity(IEquityCurve curve) : IHandle<PortfolioValued>
{
    public Task Handle(PortfolioValued happened, CancellationToken ct) => curve.Add(
        new EquityPoint(
            happened.OccurredAt, happened.Currency, happened.NetAssetValue, happened.Cash, happened.GrossExposure, happened.Drawdown),
        ct);
}
