using System.Collections.Concurrent;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>What does not change while a terminal runs, asked for once: its account and its symbols.</summary>
internal sealed class Mt4Terminal(Mt4Client client, string account, VenueSymbols names)
{
    private readonly ConcurrentDictionary<string, Mt4Symbol> symbols = new(StringComparer.Ordinal);
    private Mt4Account? known;

    /// <exception cref="BrokerUnavailableException">The bridge cannot be asked.</exception>
    public async Task<Mt4Orders> Orders(string symbol, CancellationToken ct) =>
        new(account, names, new Currency((await Account(ct)).Currency), (await Symbol(symbol, ct)).LotSize);

    /// <returns>Null: the terminal does not list the symbol.</returns>
    /// <exception cref="BrokerUnavailableException">The bridge cannot be asked.</exception>
    public async Task<Mt4Orders?> Listed(string symbol, CancellationToken ct)
    {
        if (symbols.ContainsKey(symbol) || Given(await client.Symbols(symbol, ct)).Any(one => one.Symbol == symbol))
            return await Orders(symbol, ct);
        // A bridge that was started anew may have heard of none yet, which says nothing about this one.
        return Given(await client.Symbols("", ct)) is { Length: > 0 }
            ? null
            : throw new BrokerUnavailableException("The terminal has not told its symbols yet.");
    }

    public async Task<Mt4Account> Account(CancellationToken ct) => known ??= Given(await client.Account(ct));

    public async Task<Mt4Symbol> Symbol(string name, CancellationToken ct) => Given(await Look(name, ct));

    public async Task<Mt4Answer<Mt4Symbol>> Look(string name, CancellationToken ct)
    {
        if (symbols.TryGetValue(name, out var symbol)) return Mt4Answer<Mt4Symbol>.Given(symbol);
        var answer = await client.Symbols(name, ct);
        if (answer.Failure is { } failure)
            return Mt4Answer<Mt4Symbol>.Failed(failure.Kind, failure.Code, failure.Message, failure.MtCode);
        if (answer.Value!.FirstOrDefault(one => one.Symbol == name) is { } found)
            return Mt4Answer<Mt4Symbol>.Given(symbols[name] = found);
        return Mt4Answer<Mt4Symbol>.Failed(Mt4FailureKind.NotFound, "symbol-not-listed", $"The terminal does not list {name}.");
    }

    public static T Given<T>(Mt4Answer<T> answer)
        where T : class => answer.IsGiven ? answer.Value : throw new BrokerUnavailableException(
            $"The MT4 bridge could not be asked: {answer.Failure}");
}
