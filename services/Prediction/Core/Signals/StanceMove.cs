namespace Superintel.Prediction.Signals;

/// <summary>What to do with a stance at a bar: <see cref="Stay"/>, <see cref="Enter"/> or <see cref="Leave"/>, nothing else.</summary>
public abstract record StanceMove
{
    private protected StanceMove()
    {
    }
}
