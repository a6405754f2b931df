using Superintel.Prediction.Analytics;

namespace Superintel.Prediction.Research.Input;

/// <summary>Says a fault of the mathematics, which counts series and rows, in the names and rows of a table.</summary>
public static class SeriesFaults
{
    public static InputFaultException Named(SeriesFaultException thrown, SeriesTable table)
    {
        var fault = thrown.Fault;
        string? name = fault.Series >= 0 && fault.Series < table.Names.Count ? table.Names[fault.Series] : null;
        int? row = fault.Row >= 0 && fault.Row < table.Rows ? table.SourceRows[fault.Row] : null;
        return new InputFaultException(fault.Code, name, row, fault.Detail);
    }
}
