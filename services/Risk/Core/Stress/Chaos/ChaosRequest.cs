using Superintel.Risk.Stress.Models;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>What to simulate.</summary>
/// <param name="Model">Days are drawn from it.</param>
/// <param name="Paths">1 to <see cref="MostPaths"/>.</param>
/// <param name="Steps">Trading days, 1 to <see cref="MostSteps"/>.</param>
public sealed record ChaosRequest(ModelScenario Model, int Paths, int Steps, int Seed)
{
    public const int MostPaths = 20_000;
    public const int MostSteps = 1000;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem() =>
        Paths is < 1 or > MostPaths ? $"Paths are 1 to {MostPaths}."
        : Steps is < 1 or > MostSteps ? $"Steps are 1 to {MostSteps}."
        : null;
}
