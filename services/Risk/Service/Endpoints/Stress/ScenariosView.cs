namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>GET /api/risk/scenarios: historical scenarios on today's book, and the names of those that are drawn.</summary>
internal sealed record ScenariosView(IReadOnlyList<StressView> Scenarios, IReadOnlyList<ModelView> Models);
