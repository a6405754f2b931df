namespace Superintel.Prediction.Analytics;

/// <summary>Why a series cannot be analysed.</summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="SeriesFaultCodes"/>.</param>
/// <param name="Series">Position of the series in the call, 0 for the first.</param>
/// <param name="Row">Zero-based row of the first offending value, or -1 when the whole series is at fault.</param>
/// <param name="Detail">One sentence for a human.</param>
public readonly record struct SeriesFault(string Code, int Series, int Row, string Detail);
