using Superintel.Prediction.Research.Input;
using Superintel.Risk.Measures;

namespace Superintel.Simulation.Risk;

/// <summary>A table of simple returns.</summary>
internal static class ReturnFile
{
    /// <exception cref="InputFaultException">A series is of prices, as far as can be told.</exception>
    public static ReturnPanel Panel(SeriesTable table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            // An asset that more than doubled in every single period would be a first.
            if (table.Columns[i] is { Length: > 0 } column && column.Min() > 1)
                throw new InputFaultException(
                    "not-returns", table.Names[i], null, "every value is above 1, which is 100 %: are these prices?");
        }
        return new ReturnPanel(table.Names, table.Columns);
    }
}
