using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution;

/// <summary>Something that must reach a venue.</summary>
public abstract record Dispatch(Order Order)
{
    public sealed record Submit(Order Order) : Dispatch(Order);

    public sealed record Cancel(Order Order) : Dispatch(Order)
    {
        /// <summary>The desk is halted: nothing else goes before it.</summary>
        public bool InHalt { get; init; }
    }
}
