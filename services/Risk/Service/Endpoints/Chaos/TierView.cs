namespace Superintel.Risk.Service.Endpoints.Chaos;

/// <summary>How likely a breaker opens this far or further.</summary>
internal sealed record TierView(string Tier, double Probability);
