namespace Superintel.Risk.Market;

/// <summary>The last close of a UTC day.</summary>
/// <param name="Close">Quote currency per unit.</param>
public readonly record struct DailyClose(DateOnly Day, decimal Close);
