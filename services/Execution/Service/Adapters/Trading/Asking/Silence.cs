namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>A venue could not be asked.</summary>
/// <param name="At">Since the service began, by no clock that can be set.</param>
internal sealed record Silence(string Cause, TimeSpan At);
