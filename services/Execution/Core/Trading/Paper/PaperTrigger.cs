using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>What a stop, a stop-limit or a trailing stop waits for.</summary>
/// <param name="Stop">A price at or beyond it triggers, above for a buy and below for a sell, quote currency; null: a trailing stop that
/// has seen no price yet.</param>
/// <param name="At">The last bar or quote that moved the stop, or triggered; null: none. Neither it nor anything before it counts again.
/// </param>
public sealed record PaperTrigger(decimal? Stop, DateTimeOffset? At, bool IsTriggered)
{
    /// <returns>Null: the order waits for nothing.</returns>
    public static PaperTrigger? Of(OrderTicket ticket) => ticket.Type switch
    {
        OrderType.Stop or OrderType.StopLimit => new PaperTrigger(ticket.StopPrice, null, false),
        OrderType.TrailingStop => new PaperTrigger(null, null, false),
        _ => null,
    };

    /// <summary>
    /// Believes what the path proves, and no more. A first price beyond the stop triggers there; else the worst price, held against the
    /// stop as it was at the first, triggers at the stop. Only then does the best price move a trailing stop, and the last, which came
    /// behind it, triggers at itself.
    /// </summary>
    /// <param name="at">Of the bar or quote.</param>
    /// <returns>The trigger afterwards, and the path from where it triggered on; null: it still waits.</returns>
    public (PaperTrigger After, PricePath? Path) Meet(OrderTicket ticket, PricePath path, DateTimeOffset at)
    {
        var sign = ticket.Side.Sign();
        if (IsReached(Stop, path.First)) return (Triggered(Stop), path);
        var begun = Followed(Stop, path.First);
        if (IsReached(begun, path.Worst(ticket.Side))) return (Triggered(begun), path.From(begun!.Value));
        var moved = Followed(begun, path.Best(ticket.Side));
        if (IsReached(moved, path.Last)) return (Triggered(moved), PricePath.Of(path.Last));
        return (moved == Stop ? this : new PaperTrigger(moved, at, false), null);

        bool IsReached(decimal? stop, decimal price) => stop is { } level && sign * price >= sign * level;

        PaperTrigger Triggered(decimal? stop) => new(stop, at, true);

        // Towards the market only: a buyer's stop falls, a seller's rises.
        decimal? Followed(decimal? stop, decimal price)
        {
            if (ticket.Type != OrderType.TrailingStop || ticket.TrailingAmount is not { } distance) return stop;
            var follows = price + sign * distance;
            return stop is { } before && sign * before <= sign * follows ? before : follows;
        }
    }
}
