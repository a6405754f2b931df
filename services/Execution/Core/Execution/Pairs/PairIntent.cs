namespace Superintel.Execution.Execution.Pairs;

/// <summary>Whether a pair order takes on risk or gives it up.</summary>
public enum PairIntent
{
    Open = 1,
    Close = 2,
}
