namespace Superintel.Risk.Service.Endpoints.Breakers;

/// <summary>Why a breaker is reset.</summary>
public sealed record ResetBody(string Reason);
