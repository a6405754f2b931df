namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>GET /api/risk/scenarios: every historical scenario on today's book, and the names of those that are drawn when asked for.</summary>
internal sealed record ScenariosView(IReadOnlyList<StressView> Scenarios, IReadOnlyList<ModelView> Models);
