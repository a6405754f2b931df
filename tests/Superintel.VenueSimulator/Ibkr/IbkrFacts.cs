using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Conformance;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>What the cases ask of a TWS beside the port.</summary>
internal sealed class IbkrFacts(IbkrBroker broker, IVenueDriver driver) : IVenueFacts
{
    private static readonly Venue.Ibkr.Messages.Contract Traded = Venue.Ibkr.Messages.Contract.Stock("KO", "USD", "NYSE");

    public async Task<string?> Account(CancellationToken ct)
    {
        var client = await broker.Client(ct);
        var rows = await client.AccountSummary("NetLiquidation,TotalCashValue,BuyingPower", ct);
        if (rows.Count == 0) throw new CaseFailedException("The account summary is empty.");
        return string.Join(", ", rows.Select(row => $"{row.Tag} {row.Value} {row.Currency}"));
    }

    public async Task<string?> Contract(CancellationToken ct)
    {
        var client = await broker.Client(ct);
        var found = await client.ContractDetails(Traded, ct);
        return found is [var only]
            ? $"{only.Contract.ConId} {only.LongName}, tick {only.MinimumTick}"
            : throw new CaseFailedException($"{found.Count} contracts came.");
    }

    public async Task<int?> History(CancellationToken ct)
    {
        var client = await broker.Client(ct);
        var bars = await client.HistoricalBars(new RequestHistoricalData(0, Traded, "", "1 day", "1 M", true, "TRADES"), ct);
        if (bars.Any(bar => bar.Low > Math.Min(bar.Open, bar.Close) || bar.High < Math.Max(bar.Open, bar.Close)))
            throw new CaseFailedException("A bar's open or close is outside its range.");
        return bars.Length;
    }

    public async Task<decimal> LastPrice(CancellationToken ct)
    {
        var client = await broker.Client(ct);
        await using var quotes = await client.Quotes(Traded, ct);
        await foreach (var tick in quotes.Updates.ReadAllAsync(ct))
            if (tick is { TickType: 4 or 9 or 68 or 75, Price: > 0m }) return tick.Price;
        throw new CaseFailedException("The quotes ended without a price.");
    }

    public Task<string?> Hurry(CancellationToken ct) => IbkrHurry.Of(broker, Traded, ct);

    public async Task<string?> Brackets(CancellationToken ct) => await IbkrBracket.Of(driver, await broker.Client(ct), Traded, ct);
}
