namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>Where the newest <see cref="HaltStanding"/> is kept for who asks.</summary>
internal sealed class HaltBoard
{
    private volatile HaltStanding? current;

    /// <summary>Null: the desk is not halted.</summary>
    public HaltStanding? Current
    {
        get => current;
        set => current = value;
    }
}
