namespace Superintel.Prediction.Analytics;

/// <summary>A numeric kernel was handed a series it cannot work on; callers that cannot vouch for their data ask
/// <see cref="SeriesCheck"/> first.</summary>
public sealed class SeriesFaultException : ArgumentException
{
    public SeriesFaultException()
    {
    }

    public SeriesFaultException(string message)
        : base(message)
    {
    }

    public SeriesFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SeriesFaultException(SeriesFault fault)
        : base($"{fault.Code}: {fault.Detail}") => Fault = fault;

    /// <summary>What is wrong, where.</summary>
    public SeriesFault Fault { get; }

    /// <summary>Builds the exception for a fault of a whole series.</summary>
    public static SeriesFaultException Of(string code, string detail, int series = 0, int row = -1) =>
        new(new SeriesFault(code, series, row, detail));
}
