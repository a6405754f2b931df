namespace Superintel.Risk.Service.Endpoints.Breakers;

/// <summary>All breakers: those that measure something now, and those that ever moved.</summary>
public sealed record BreakersView(IReadOnlyList<BreakerView> Breakers);
