namespace Superintel.Execution.Execution.Orders;

/// <summary>What an order is for.</summary>
public enum OrderPurpose
{
    /// <summary>Opens a position.</summary>
    Entry = 1,

    /// <summary>Closes one.</summary>
    Exit = 2,

    /// <summary>Takes back what a failed pair order left behind.</summary>
    Unwind = 3,
}
