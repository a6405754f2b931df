namespace Superintel.Risk.Limits;

/// <summary>What a limit is: its name, unit, range and the value it has until someone changes it.</summary>
/// <param name="Name">Stable, kebab-case.</param>
/// <param name="Unit">fraction-of-nav, base-currency, ratio, correlation, count, minutes, fraction.</param>
public sealed record LimitDefinition(string Name, double Default, string Unit, double Minimum, double Maximum, string Description);
