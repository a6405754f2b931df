namespace Superintel.Venue.Mt4;

/// <summary>Why there is no answer.</summary>
/// <param name="Code">The bridge's code, or one of ours: timeout, unreadable, unreachable.</param>
/// <param name="MtCode">MetaTrader's trade error; 0 when there is none.</param>
public sealed record Mt4Failure(Mt4FailureKind Kind, string Code, int MtCode, string Message)
{
    public override string ToString() => MtCode == 0 ? $"{Code}: {Message}" : $"{Code} ({MtCode}): {Message}";
}
