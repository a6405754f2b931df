using System.Globalization;
using System.Net;
using System.Text;

namespace Superintel.Simulation.Research;

/// <summary>Line panels one above the other.</summary>
internal sealed class SvgDrawing
{
    public const string Blue = "#1f77b4";
    public const string Orange = "#ff7f0e";
    public const string Green = "#2ca02c";
    public const string Red = "#d62728";
    public const string Grey = "#555555";
    public const string Black = "#000000";
    private const int Width = 1000;
    private const int Left = 70;
    private const int Top = 40;
    private const int Gap = 30;
    private readonly StringBuilder _text = new();
    private int _bars = 1;
    private int _from;
    private int _height;
    private int _labels;
    private double _low;
    private double _high;

    public SvgDrawing(string title, string first, string last, int height)
    {
        int whole = height + Top + Gap;
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{whole}\" ");
        _text.Append("font-family=\"sans-serif\" font-size=\"12\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(Left, 20, title, Black);
        Text(Left, whole - 8, first, Black);
        Text(Width - 90, whole - 8, last, Black);
    }

    /// <summary>Starts a panel whose scale holds all values.</summary>
    public void Panel(string title, int from, int height, double[] values)
    {
        _from = Top + from;
        _height = height - Gap;
        _low = values.Min();
        _high = values.Max();
        _labels = 0;
        if (!(_high > _low))
            (_low, _high) = (_low - 1, _high + 1);
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{_from}\" width=\"{Width - Left - 20}\" height=\"{_height}\" ");
        _text.Append("fill=\"none\" stroke=\"#cccccc\"/>");
        Text(Left + 4, _from + 14, title, Grey);
        Text(4, _from + 10, _high.ToString("G5", CultureInfo.InvariantCulture), Grey);
        Text(4, _from + _height, _low.ToString("G5", CultureInfo.InvariantCulture), Grey);
    }

    public void Line(double[] values, string colour, string label)
    {
        _bars = Math.Max(2, values.Length);
        _text.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1\" points=\"");
        for (int i = 0; i < values.Length; i++)
            _text.Append(CultureInfo.InvariantCulture, $"{X(i):F1},{Y(values[i]):F1} ");
        _text.Append("\"/>");
        Text(Width - 140, _from + 14 + (14 * _labels++), label, colour);
    }

    public void Level(double value, int bars)
    {
        _bars = Math.Max(2, bars);
        _text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - 20}\" y1=\"{Y(value):F1}\" y2=\"{Y(value):F1}\" ");
        _text.Append("stroke=\"#999999\" stroke-dasharray=\"4 3\"/>");
    }

    public void Mark(int bar, double value, string colour) =>
        _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(bar):F1}\" cy=\"{Y(value):F1}\" r=\"3\" fill=\"{colour}\"/>");

    public string Finish() => _text.Append("</svg>").Append('\n').ToString();

    private void Text(int x, int y, string text, string colour) =>
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" fill=\"{colour}\">{WebUtility.HtmlEncode(text)}</text>");

    private double X(int bar) => Left + (bar * (Width - Left - 20.0) / (_bars - 1));

    private double Y(double value) => _from + _height - ((value - _low) / (_high - _low) * _height);
}
