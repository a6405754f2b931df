namespace Superintel.Risk.Service.Endpoints.Limits;

/// <summary>What a limit shall be, and why.</summary>
public sealed record LimitBody(double Value, string Reason);
