namespace Superintel.Risk.Portfolio.Accruals;

/// <summary>What a position costs for being held.</summary>
public enum AccrualKind
{
    /// <summary>The fee on borrowed units: short positions pay it.</summary>
    Borrow = 1,

    /// <summary>Funding of a perpetual or an FX swap: at a rate above zero longs pay and shorts receive.</summary>
    Funding = 2,
}
