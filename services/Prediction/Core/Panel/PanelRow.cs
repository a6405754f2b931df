namespace Superintel.Prediction.Panel;

/// <summary>One slice inside the panel: a value per column, in the panel's column order; columns that came later are missing from
/// it.</summary>
internal sealed class PanelRow(DateTimeOffset at, decimal[] closes)
{
    private readonly double[] logarithms = Array.ConvertAll(closes, static close => close > 0m ? Math.Log((double)close) : double.NaN);

    public DateTimeOffset At => at;

    public bool Has(int column) => column < closes.Length && closes[column] > 0m;

    public decimal Close(int column) => closes[column];

    public double Log(int column) => logarithms[column];
}
