using Superintel.Execution.Execution.External;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of external_holding.</summary>
internal sealed class ExternalHoldingRow
{
    public string Venue { get; init; } = "";
    public string Account { get; init; } = "";
    public string InstrumentId { get; init; } = "";
    public decimal Quantity { get; init; }
    public string By { get; init; } = "";
    public string Reason { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public int Version { get; init; }

    public static ExternalHoldingRow Of(ExternalHolding holding) => new()
    {
        Venue = holding.Venue,
        Account = holding.Account,
        InstrumentId = holding.Instrument.ToString(),
        Quantity = holding.Quantity,
        By = holding.By,
        Reason = holding.Reason,
        At = holding.At,
        Version = holding.Version,
    };

    public ExternalHolding ToHolding() =>
        new(Venue, Account, Kernel.InstrumentId.Parse(InstrumentId), Quantity, By, Reason, At, Version);
}
