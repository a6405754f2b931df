namespace Superintel.Risk.Stress.Chaos;

/// <summary>A book at one step, base currency.</summary>
/// <param name="Net">Long minus short.</param>
/// <param name="Gross">Pair by pair.</param>
/// <param name="Largest">Largest absolute exposure to one instrument.</param>
internal readonly record struct BookPoint(double Net, double Gross, double Largest);
