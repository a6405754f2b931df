namespace Superintel.Venue.Mt4.Messages;

/// <summary>The bridge's word on what went wrong.</summary>
/// <param name="Retryable">The reason passes: the same order may be sent again under its name.</param>
/// <param name="Outcome">NOT_PLACED or UNKNOWN.</param>
public sealed record Mt4Problem(
    string Code, int MtCode, string Message, bool Retryable, string? Outcome);
