namespace Superintel.Prediction.Research.Input;

/// <summary>The user's file or choice of columns cannot be worked on.</summary>
public sealed class InputFaultException : Exception
{
    public InputFaultException()
    {
    }

    public InputFaultException(string message)
        : base(message)
    {
    }

    public InputFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InputFaultException(string code, string? series, int? row, string message)
        : base(message) => (Code, Series, Row) = (code, series, row);

    /// <summary>Stable kebab-case code.</summary>
    public string Code { get; } = "bad-input";

    /// <summary>Name of the series at fault.</summary>
    public string? Series { get; }

    /// <summary>Data row at fault, 1 for the first row after the header.</summary>
    public int? Row { get; }
}
