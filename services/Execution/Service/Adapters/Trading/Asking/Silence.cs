namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>A venue could not be asked.</summary>
internal sealed record Silence(string Cause, DateTimeOffset At);
