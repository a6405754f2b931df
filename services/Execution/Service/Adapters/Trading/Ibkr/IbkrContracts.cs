using System.Collections.Concurrent;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>What this process has learned of IB's contracts; asked once per contract.</summary>
internal sealed class IbkrContracts
{
    private readonly ConcurrentDictionary<InstrumentId, Contract> contracts = new();
    private readonly ConcurrentDictionary<int, InstrumentId> names = new();

    /// <exception cref="TwsException">TWS could not be asked, knows no such contract (200), or several.</exception>
    public async Task<Contract> Resolve(TwsClient client, OrderTicket ticket, CancellationToken ct)
    {
        if (contracts.TryGetValue(ticket.Instrument, out var known)) return known;
        var described = IbkrSymbols.Describe(ticket.Instrument, ticket.AssetClass, ticket.Currency.Code);
        var found = await client.ContractDetails(described, ct);
        if (found is not [var only])
            throw new TwsException("contract-unknown", $"{found.Count} contracts are {ticket.Instrument}.", venueCode: 200);
        var contract = only.Contract with { Exchange = described.Exchange };
        contracts[ticket.Instrument] = contract;
        names[contract.ConId] = ticket.Instrument;
        return contract;
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
}
