using Npgsql;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Service.Adapters.Execution.Postgres;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Tests.Contract;

/// <summary>Each test works in a transaction that is never committed.</summary>
public sealed class PostgresStores : IStores
{
    private NpgsqlDataSource? source;
    private DbSession? session;

    public IOrderBook Orders => new PostgresOrderBook(Session);

    public IFillLedger Ledger => new PostgresFillLedger(Session);

    public IPairOrders Pairs => new PostgresPairOrders(Session);

    public IClearances Clearances => new PostgresClearances(Session);

    public ITradingControl Control => new PostgresTradingControl(Session);

    public IInstruments Instruments => new PostgresInstruments(Session);

    public IBlockedInstruments Blocked => new PostgresBlockedInstruments(Session);

    public ILegPlans Plans => new PostgresLegPlans(Session);

    public IExternalOrders Externals => new PostgresExternalOrders(Session);

    public IExternalHoldings Holdings => new PostgresExternalHoldings(Session);

    public IPaperBook Paper => new PostgresPaperBook(Session);

    private DbSession Session => session ?? throw new InvalidOperationException("Open first.");

    public async Task Open()
    {
        source = await ExecutionDatabase.Source();
        session = new DbSession(source);
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null) await session.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
    }
}
