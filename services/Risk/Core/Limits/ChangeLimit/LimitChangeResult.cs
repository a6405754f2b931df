namespace Superintel.Risk.Limits.ChangeLimit;

/// <summary>The limit after the change, or why it stayed.</summary>
/// <param name="Code">limit-not-found, limit-out-of-range, reason-required or limit-changed-meanwhile; null when it was changed.</param>
public sealed record LimitChangeResult(RiskLimit? Limit, string? Code, string Detail)
{
    public static LimitChangeResult Refused(string code, string detail) => new(null, code, detail);
}
