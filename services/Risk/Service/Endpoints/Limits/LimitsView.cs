namespace Superintel.Risk.Service.Endpoints.Limits;

/// <summary>All limits.</summary>
public sealed record LimitsView(IReadOnlyList<LimitView> Limits);
