namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Minimise x'Qx/2 + c'x subject to A x = b and G x &lt;= h. Dense, row-major.</summary>
/// <param name="Quadratic">Size x size, symmetric, positive semidefinite.</param>
/// <param name="Equalities">One row per equality.</param>
/// <param name="Inequalities">One row per inequality.</param>
public sealed record QuadraticProgram(
    double[] Quadratic, double[] Linear, IReadOnlyList<double[]> Equalities, double[] EqualityValues,
    IReadOnlyList<double[]> Inequalities, double[] InequalityBounds)
{
    public int Size => Linear.Length;

    public double Objective(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i < Size; i++)
        {
            var row = 0.0;
            for (var j = 0; j < Size; j++) row += Quadratic[(i * Size) + j] * x[j];
            sum += x[i] * ((0.5 * row) + Linear[i]);
        }
        return sum;
    }
}
