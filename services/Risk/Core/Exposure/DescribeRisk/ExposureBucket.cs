namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>Exposure of one asset class, sector or pair, base currency.</summary>
/// <param name="Gross">Sum of absolute values.</param>
/// <param name="Net">Long minus short.</param>
public sealed record ExposureBucket(string Name, decimal Gross, decimal Net);
