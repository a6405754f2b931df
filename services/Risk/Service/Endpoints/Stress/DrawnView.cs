namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>Losses over all draws, base currency; <c>loss</c> of the scenario is the mean of the worst hundredth.</summary>
internal sealed record DrawnView(int Draws, int Seed, decimal Median, decimal Loss95, decimal Loss99, decimal Worst);
