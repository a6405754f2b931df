namespace Superintel.Risk.Service.Endpoints.Chaos;

/// <summary>POST /api/risk/chaos.</summary>
/// <param name="Model">Name of a scenario that is drawn: the days are its days.</param>
/// <param name="Paths">At most 20,000.</param>
/// <param name="Steps">Trading days, at most 1,000.</param>
/// <param name="Seed">The same seed gives the same answer on the same book.</param>
internal sealed record ChaosBody(string Model = "jump-diffusion", int Paths = 10_000, int Steps = 250, int Seed = 1);
