using Superintel.Venue.Mt4.Messages;

namespace Superintel.Venue.Mt4;

/// <summary>Whether an answer has what nothing can be read without: bytes from outside may be JSON and say nothing.</summary>
internal static class Mt4Shape
{
    public static bool IsWhole(object? value) => value switch
    {
        null => false,
        Mt4Order order => order is { State: not null, Symbol: not null, Side: "BUY" or "SELL", Lots: >= 0m, FilledLots: >= 0m }
            && (order.Executions is null || order.Executions.All(IsWhole)),
        Mt4Execution part => part is { Kind: "OPEN" or "CLOSE", Lots: >= 0m },
        Mt4Position held => held is { Symbol: not null, Side: "BUY" or "SELL", Lots: >= 0m },
        Mt4Trade closed => closed is { Symbol: not null, Side: "BUY" or "SELL", Lots: >= 0m },
        Mt4Event happened => happened.Order is null || IsWhole(happened.Order),
        Mt4Events told => told.Events is not null && told.Events.All(IsWhole),
        Mt4Account account => account.Currency is not null,
        Mt4Symbol symbol => symbol is { Symbol: not null, LotSize: > 0m },
        Array rows => rows.Cast<object?>().All(IsWhole),
        _ => true,
    };
}
