using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>Bars of IBKR, kept up to date by the gateway's own history.</summary>
internal sealed class IbkrSource : ILiveSource
{
    private readonly IbkrFeedOptions options;
    private readonly LiveClock clock;
    private readonly TwsLimits limits;
    private readonly ILogger<IbkrSource> log;

    /// <exception cref="InvalidOperationException">Options that cannot be.</exception>
    public IbkrSource(IbkrFeedOptions options, LiveClock clock, ILogger<IbkrSource> log)
    {
        options.Check();
        (this.options, this.clock, this.log) = (options, clock, log);
        limits = new TwsLimits(options.Gateway, TimeProvider.System);
        Plan = new LivePlan(BarInterval.Parse(options.Interval), options.HistoryBars, options.HistoryDays, options.Patience);
    }

    public string Name => IbkrBars.Source;

    public LivePlan Plan { get; }

    public string? PlannedOutage(DateTimeOffset now) => options.Outages.At(now);

    public async Task<ILiveSession> Open(CancellationToken ct)
    {
        var connection = new IbkrConnection(options.Farms, options.Calm);
        var client = await TwsClient.Connect(options.Gateway, limits, TimeProvider.System, connection, ct);
        try
        {
            clock.Hear(await client.Probe(ct));
            var listings = new SortedDictionary<InstrumentId, IbkrListing>();
            foreach (var (text, contract) in options.Instruments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var (id, asked) = (InstrumentId.Parse(text), contract.Asked());
                listings[id] = IbkrListing.Of(id, asked, await client.ContractDetails(asked, ct));
            }
            return new IbkrSession(client, connection, listings, options, clock, log);
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }
}
