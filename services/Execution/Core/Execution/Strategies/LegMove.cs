using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>What a worked leg asks for next.</summary>
public abstract record LegMove
{
    private LegMove()
    {
    }

    /// <summary>Nothing until something happens or time passes.</summary>
    public sealed record Wait : LegMove;

    /// <summary>Another order of the leg.</summary>
    public sealed record Send(Quantity Quantity, OrderType Type, decimal? LimitPrice) : LegMove;

    /// <summary>Take this back; what it did not fill is offered again.</summary>
    public sealed record Replace(Order Order, string Cause) : LegMove;

    /// <summary>Ask the venue for all that this one filled before its rest is offered again.</summary>
    public sealed record Confirm(Order Order) : LegMove;

    /// <summary>The whole quantity is filled.</summary>
    public sealed record End : LegMove;
}
