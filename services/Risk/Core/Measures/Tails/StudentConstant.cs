namespace Superintel.Risk.Measures.Tails;

/// <summary>ln of the factor that makes a Student t density one, and how it changes with the degrees of freedom.</summary>
/// <param name="Value">ln G((v + 1) / 2) - ln G(v / 2) - ln(v pi) / 2, G the gamma function.</param>
/// <param name="Slope">Its derivative by v.</param>
/// <param name="Bend">Its second derivative.</param>
/// <remarks>ln G(y + 1/2) / G(y) is ln(y) / 2 less 1/(8y) - 1/(192y^3) + 1/(640y^5) - 17/(14336y^7): Tricomi and Erdelyi (1951). Used from
/// y = 32 on, where the next term is below 1e-16; what is smaller is raised to it by the gamma function's recurrence. A difference of two
/// logarithms of it would lose the digits that many degrees of freedom are told apart by.</remarks>
internal readonly record struct StudentConstant(double Value, double Slope, double Bend)
{
    private const double From = 32;

    public static StudentConstant Of(double freedom)
    {
        var (half, y) = (0.5 * freedom, 0.5 * freedom);
        var (product, slope, bend) = (1.0, 0.0, 0.0);
        for (; y < From; y++)
        {
            var (low, high) = (1 / y, 1 / (y + 0.5));
            product *= (y + 0.5) * low;
            slope += low - high;
            bend += (high * high) - (low * low);
        }

        var r = 1 / y;
        var s = r * r;
        var value = r * (-1.0 / 8 + (s * (1.0 / 192 + (s * (-1.0 / 640 + (s * 17 / 14336))))));
        slope += s * (1.0 / 8 + (s * (-3.0 / 192 + (s * (5.0 / 640 - (s * 119 / 14336))))));
        bend += s * r * (-1.0 / 4 + (s * (12.0 / 192 + (s * (-30.0 / 640 + (s * 952 / 14336))))));
        return new StudentConstant(
            value - Math.Log(product * Math.Sqrt(2 * Math.PI * half * r)),
            0.5 * (slope + (0.5 * (r - (1 / half)))),
            0.25 * (bend + (0.5 * ((1 / (half * half)) - s))));
    }
}
