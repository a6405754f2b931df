namespace Superintel.Execution.Trading;

/// <summary>How an order may trade (FIX tag 40).</summary>
public enum OrderType
{
    /// <summary>At the best price there is.</summary>
    Market = 1,

    /// <summary>At the limit price or better.</summary>
    Limit = 2,
}
