namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Answer to a replay.</summary>
public sealed record ReplayReply(long Id, ReplayOutcome Outcome);
