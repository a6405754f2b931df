namespace Superintel.Kernel;

/// <summary>What the desk may do: the kill switch moves it. Ordered from free to stopped.</summary>
public enum TradingState
{
    /// <summary>Entries and exits.</summary>
    Active = 1,

    /// <summary>Only orders that reduce a position.</summary>
    ReduceOnly = 2,

    /// <summary>No order leaves.</summary>
    Halted = 3,
}
