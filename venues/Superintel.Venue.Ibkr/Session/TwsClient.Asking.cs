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

    /// <summary>What is held now, once for each account and contract.</summary>
    public async Task<IReadOnlyList<Position>> Positions(CancellationToken ct)
    {
        var rows = await Alone<Position, RequestPositions>(PendingTable.Positions, default, ct);
        // It is a subscription: without this TWS goes on telling each change, among the rows of the next question too.
        await socket.Send(default(CancelPositions), urgent: false, ct);
        return [.. rows.GroupBy(row => (row.Account, NameOf(row.Contract))).Select(told => told.Last())];
    }

    /// <summary>After a number that was used before (103): hears from TWS which may be next.</summary>
    public Task RefreshOrderIds(CancellationToken ct) => Alone<NextValidId, RequestIds>(PendingTable.OrderIds, default, ct);

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
        var id = OrderIds.TakeRequest();
        return await Wait(id, pending.Open<TRow>(id, MostRows), request(id), ct);
    }

    // What carries no id on the wire is asked one at a time, so that answers cannot be taken for each other.
    private async Task<IReadOnlyList<TRow>> Alone<TRow, TRequest>(int id, TRequest request, CancellationToken ct)
        where TRequest : IWireMessage<TRequest>
    {
        await single.WaitAsync(ct);
        Pending<TRow> asked;
        try
        {
            asked = pending.Open<TRow>(id, MostRows);
            await socket.Send(request, urgent: false, ct);
        }
        catch
        {
            pending.Close(id);
            single.Release();
            throw;
        }
        // Whoever asked may go: the answer still comes, and the next question waits until it has.
        return await Answered(id, asked, typeof(TRequest).Name).WaitAsync(ct);
    }

    // Rows that come after a question was given up would be taken for the next one's: then the session is over.
    private async Task<IReadOnlyList<TRow>> Answered<TRow>(int id, Pending<TRow> asked, string request)
    {
        try
        {
            return await asked.Rows.WaitAsync(options.RequestTimeout, clock, CancellationToken.None);
        }
        catch (TimeoutException late)
        {
            Leave("request-timeout");
            throw new TwsException("request-timeout", $"{request} was not answered in time.", mayHaveLeft: true, inner: late);
        }
        catch (TwsException failure)
        {
            Leave(failure.Code);
            throw;
        }
        finally
        {
            pending.Close(id);
            single.Release();
        }
    }

    private static Contract NameOf(Contract contract) => contract.ConId != 0 ? new Contract { ConId = contract.ConId } : contract;

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
