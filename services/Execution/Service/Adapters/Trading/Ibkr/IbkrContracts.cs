using System.Collections.Concurrent;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>
/// What this process has learned of IB's contracts; asked once per contract. Exact both ways: an instrument is traded only when its
/// contract reads back as it, so that a position is never found under another name after a restart.
/// </summary>
public sealed class IbkrContracts
{
    private readonly Dictionary<InstrumentId, int> named = [];
    private readonly ConcurrentDictionary<InstrumentId, Contract> contracts = new();
    private readonly ConcurrentDictionary<int, InstrumentId> names = new();
    private readonly ConcurrentDictionary<InstrumentId, decimal> ticks = new();

    /// <param name="named">Instrument id to conId, for ids that are not the contract's own.</param>
    /// <exception cref="ArgumentException">A name that is no instrument id, a number that is no conId, or two names for one.</exception>
    public IbkrContracts(IEnumerable<KeyValuePair<string, int>> named)
    {
        foreach (var (name, conId) in named)
        {
            if (!InstrumentId.TryParse(name, out var id)) throw new ArgumentException($"IbkrSymbols: '{name}' is not an instrument id.");
            if (conId <= 0) throw new ArgumentException($"IbkrSymbols: {conId} of {name} is no conId.");
            if (!names.TryAdd(conId, id)) throw new ArgumentException($"IbkrSymbols: {conId} has two names, {names[conId]} and {name}.");
            this.named[id] = conId;
        }
    }

    /// <exception cref="TwsException">TWS could not be asked, knows no such contract (200), or several; or the instrument's contract has
    /// another name (symbol-unknown).</exception>
    public async Task<Contract> Resolve(TwsClient client, OrderTicket ticket, CancellationToken ct)
    {
        if (contracts.TryGetValue(ticket.Instrument, out var known)) return known;
        var asked = named.TryGetValue(ticket.Instrument, out var conId)
            ? new Contract { ConId = conId }
            : IbkrSymbols.Describe(ticket.Instrument, ticket.AssetClass, ticket.Currency.Code);
        var found = await client.ContractDetails(asked, ct);
        if (found is not [var only])
            throw new TwsException("contract-unknown", $"{found.Count} contracts are {ticket.Instrument}.", venueCode: 200);
        var name = names.GetOrAdd(only.Contract.ConId, _ => IbkrSymbols.Name(only.Contract, only.Contract.PrimaryExchange));
        if (name != ticket.Instrument)
            throw new TwsException(
                VenueSymbols.UnknownCode,
                $"{ticket.Instrument} is {name} here: trade that, or name conId {only.Contract.ConId} in Execution:IbkrSymbols.");
        if (!only.Contract.HasUnits || only.PriceMagnifier != 1)
            throw new TwsException(
                "contract-unsupported",
                $"{name} has the multiplier '{only.Contract.Multiplier}' and prices of 1/{only.PriceMagnifier} {only.Contract.Currency}.");
        var contract = only.Contract with { Exchange = Routed(asked, only.Contract) };
        ticks[ticket.Instrument] = only.MinimumTick;
        contracts[ticket.Instrument] = contract;
        return contract;
    }

    /// <returns>The price of a resolved ticket that is between two of the contract's smallest steps, in words; null: none. A price rule
    /// may ask for wider steps, which TWS checks itself (110).</returns>
    public string? OffTick(OrderTicket ticket)
    {
        if (!ticks.TryGetValue(ticket.Instrument, out var tick) || tick <= 0m) return null;
        foreach (var price in new[] { ticket.LimitPrice, ticket.StopPrice, ticket.TrailingAmount })
            if (price is { } asked && asked % tick != 0m) return $"{asked} is between two steps of {tick}.";
        return null;
    }

    /// <summary>Our name of a contract that TWS spoke of; asks for its listing when it was never seen.</summary>
    public async ValueTask<InstrumentId> Name(TwsClient client, Contract contract, CancellationToken ct)
    {
        if (names.TryGetValue(contract.ConId, out var known)) return known;
        var listing = contract.PrimaryExchange;
        if (contract.ConId != 0 && contract.SecurityType == "STK")
        {
            var found = await client.ContractDetails(new Contract { ConId = contract.ConId, Exchange = "SMART" }, ct);
            if (found is [var only, ..]) listing = only.Contract.PrimaryExchange;
        }
        var name = IbkrSymbols.Name(contract, listing);
        names[contract.ConId] = name;
        return name;
    }

    // A contract that was asked for by its number says where it is listed, not where orders are to go.
    private static string Routed(Contract asked, Contract answer) => asked.Exchange.Length > 0 ? asked.Exchange
        : answer.SecurityType is "STK" or "OPT" ? "SMART"
        : answer.Exchange;
}
