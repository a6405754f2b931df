using Superintel.Risk.KillSwitch.ReadFlatten;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

/// <param name="Instruments">Still held.</param>
/// <param name="Attempts">Exits that were placed and are over.</param>
/// <param name="Denied">Why Execution denied the newest exit, which is tried again; empty when it did not.</param>
/// <param name="GaveUp">Nothing more is tried until a flatten is asked for again.</param>
public sealed record FlattenView(string PairId, IReadOnlyList<string> Instruments, int Attempts, string Denied, bool GaveUp)
{
    public static FlattenView Of(FlattenProgress one) =>
        new(one.PairId, [.. one.Instruments.Select(id => id.ToString())], one.Attempts, one.Denied, one.GaveUp);
}
