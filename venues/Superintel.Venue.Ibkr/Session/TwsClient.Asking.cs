using System.Collections.Immutable;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

public sealed partial class TwsClient
{
    private const int MostRows = 20_000;

    /// <summary>Asks for the time: the only proof that somebody is there.</summary>
    public async Task<DateTimeOffset> Probe(CancellationToken ct)
    {
        await Alone<CurrentTime, RequestCurrentTime>(PendingTable.Time, default, ct);
        return VenueTime;
    }

    /// <summary>
    /// What is held now. TWS would go on telling it after every trade: it is told to stop, and of what was underway the last word counts.
    /// </summary>
    public async Task<IReadOnlyList<Position>> Positions(CancellationToken ct)
    {
        var rows = await Alone<Position, RequestPositions>(PendingTable.Positions, default, ct);
        await socket.Send(default(CancelPositions), urgent: false, ct);
        return [.. rows.GroupBy(row => (row.Account, row.Contract.ConId)).Select(told => told.Last())];
    }

    /// <summary>Working orders: of all clients and those placed by hand, or of this client alone.</summary>
    public Task<IReadOnlyList<OpenOrder>> OpenOrders(bool everybodys, CancellationToken ct) => everybodys
        ? Alone<OpenOrder, RequestAllOpenOrders>(PendingTable.OpenOrders, default, ct)
        : Alone<OpenOrder, RequestOpenOrders>(PendingTable.OpenOrders, default, ct);

    /// <summary>Orders that ended today.</summary>
    public Task<IReadOnlyList<CompletedOrder>> CompletedOrders(CancellationToken ct) =>
        Alone<CompletedOrder, RequestCompletedOrders>(PendingTable.CompletedOrders, new RequestCompletedOrders(ApiOnly: false), ct);

    /// <summary>Today's executions of all clients; each is also told to the listener with its commission.</summary>
    public Task<IReadOnlyList<ExecutionDetails>> Executions(CancellationToken ct) =>
        Ask<ExecutionDetails, RequestExecutions>(id => new RequestExecutions(id), ct);

    /// <param name="tags">For example NetLiquidation,TotalCashValue,BuyingPower.</param>
    public async Task<IReadOnlyList<AccountSummary>> AccountSummary(string tags, CancellationToken ct)
    {
        var asked = 0;
        var rows = await Ask<AccountSummary, RequestAccountSummary>(id => new RequestAccountSummary(asked = id, "All", tags), ct);
        await socket.Send(new CancelAccountSummary(asked), urgent: false, ct); // TWS allows two at a time
        return rows;
    }

    public Task<IReadOnlyList<ContractData>> ContractDetails(Contract contract, CancellationToken ct) =>
        Ask<ContractData, RequestContractDetails>(id => new RequestContractDetails(id, contract), ct);

    /// <returns>Bars, oldest first; empty when TWS has none.</returns>
    public async Task<ImmutableArray<HistoricalBar>> HistoricalBars(RequestHistoricalData request, CancellationToken ct)
    {
        await Pace(request, ct);
        var rows = await Ask<HistoricalData, RequestHistoricalData>(id => request with { RequestId = id }, ct);
        return rows is [var data] ? data.Bars : [];
    }

    // IB limits small bars only.
    private async Task Pace(RequestHistoricalData request, CancellationToken ct)
    {
        if (!IsSmall(request.BarSize)) return;
        var contract = request.Contract;
        var what = string.Create(null, $"{contract.ConId}|{contract.Symbol}|{contract.Exchange}|{request.Show}");
        var whole = string.Create(null, $"{what}|{request.End}|{request.BarSize}|{request.Duration}|{request.RegularHours}");
        await history.Wait(what, whole, request.Show == "BID_ASK" ? 2 : 1, ct);
    }

    private static bool IsSmall(string barSize) => barSize is "1 secs" or "5 secs" or "10 secs" or "15 secs" or "30 secs";

    private async Task<IReadOnlyList<TRow>> Ask<TRow, TRequest>(Func<int, TRequest> request, CancellationToken ct)
        where TRequest : IWireMessage<TRequest>
    {
        var id = Interlocked.Increment(ref lastRequestId);
        return await Wait(id, pending.Open<TRow>(id, MostRows), request(id), ct);
    }

    // What carries no id on the wire is asked one at a time, so that answers cannot be taken for each other.
    private async Task<IReadOnlyList<TRow>> Alone<TRow, TRequest>(int id, TRequest request, CancellationToken ct)
        where TRequest : IWireMessage<TRequest>
    {
        await single.WaitAsync(ct);
        try
        {
            return await Wait(id, pending.Open<TRow>(id, MostRows), request, ct);
        }
        finally
        {
            single.Release();
        }
    }

    private async Task<IReadOnlyList<TRow>> Wait<TRow, TRequest>(int id, Pending<TRow> asked, TRequest request, CancellationToken ct)
        where TRequest : IWireMessage<TRequest>
    {
        try
        {
            await socket.Send(request, urgent: false, ct);
            return await asked.Rows.WaitAsync(options.RequestTimeout, clock, ct);
        }
        catch (TimeoutException late)
        {
            throw new TwsException("request-timeout", $"{typeof(TRequest).Name} was not answered in time.", mayHaveLeft: true, inner: late);
        }
        finally
        {
            pending.Close(id);
        }
    }
}
