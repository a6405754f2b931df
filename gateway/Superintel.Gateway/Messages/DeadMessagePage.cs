namespace Superintel.Gateway.Messages;

/// <summary>Dead messages of all services, newest first.</summary>
/// <param name="Unreachable">Services that could not be asked: the list is without theirs.</param>
public sealed record DeadMessagePage(IReadOnlyList<DeadMessageView> Items, string? Next, IReadOnlyList<string> Unreachable);
