namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>GET /api/risk/scenarios: every named scenario on today's book.</summary>
internal sealed record ScenariosView(IReadOnlyList<StressView> Scenarios);
