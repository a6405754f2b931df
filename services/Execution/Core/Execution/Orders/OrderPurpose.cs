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

    /// <summary>Not ours: another program's, or a person's at the venue. Never sent from here.</summary>
    External = 4,
}
