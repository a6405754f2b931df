namespace Superintel.VenueSimulator.Conformance;

/// <summary>One thing that every adapter must do against every endpoint that claims to be its venue.</summary>
/// <param name="Id">Two digits, stable: reports of different days compare by it.</param>
/// <param name="Run">Gives what was seen; null when the venue does not have it. Throws <see cref="CaseFailedException"/> on
/// failure.</param>
public sealed record ConformanceCase(string Id, string Name, Func<IVenueDriver, CancellationToken, Task<string?>> Run)
{
    /// <summary>It uses up what the venue allows: the others run before it.</summary>
    public bool Exhausts { get; init; }
}
