namespace Superintel.Risk.KillSwitch.Ports;

/// <summary>Where the kill switch stands.</summary>
public interface IKillSwitch
{
    ValueTask<SwitchPosition> Current(CancellationToken ct);

    /// <returns>False when the stored version is not the one before: somebody else was faster.</returns>
    ValueTask<bool> TrySave(SwitchPosition position, CancellationToken ct);
}
