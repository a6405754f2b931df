namespace Superintel.Execution.Trading;

/// <summary>An order's standing in the venue's eyes.</summary>
public enum BrokerOrderStatus
{
    Working = 1,
    Filled = 2,
    Canceled = 3,
    Rejected = 4,
    Expired = 5,
}
