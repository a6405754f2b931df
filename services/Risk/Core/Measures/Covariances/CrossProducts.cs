using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Superintel.Risk.Measures.Covariances;

/// <summary>Sums of products of every two series. Four series against two at a time: what is loaded once is used often.</summary>
internal static class CrossProducts
{
    private const int Rows = 4;
    private const int Columns = 2;

    /// <param name="series">All of one length.</param>
    /// <returns>Row-major, symmetric.</returns>
    public static double[] Of(double[][] series)
    {
        var size = series.Length;
        var products = new double[size * size];
        for (var row = 0; row < size; row += Rows)
        {
            for (var column = 0; column < Math.Min(row + Rows, size); column += Columns)
            {
                if (row + Rows <= size && column + Columns <= size) Tile(series, row, column, products);
                else Rest(series, row, column, products);
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) products[(j * size) + i] = products[(i * size) + j];
        }

        return products;
    }

    private static void Rest(double[][] series, int row, int column, double[] products)
    {
        for (var i = row; i < Math.Min(row + Rows, series.Length); i++)
        {
            for (var j = column; j < Math.Min(column + Columns, series.Length); j++)
                products[(i * series.Length) + j] = TensorPrimitives.Dot<double>(series[i], series[j]);
        }
    }

    private static void Tile(double[][] series, int row, int column, double[] products)
    {
        double[] a = series[row], b = series[row + 1], c = series[row + 2], d = series[row + 3];
        double[] left = series[column], right = series[column + 1];
        var (length, t) = (left.Length, 0);
        Vector<double> al = default, ar = default, bl = default, br = default, cl = default, cr = default, dl = default, dr = default;
        for (; t <= length - Vector<double>.Count; t += Vector<double>.Count)
        {
            Vector<double> l = At(left, t), r = At(right, t), va = At(a, t), vb = At(b, t), vc = At(c, t), vd = At(d, t);
            al += va * l;
            ar += va * r;
            bl += vb * l;
            br += vb * r;
            cl += vc * l;
            cr += vc * r;
            dl += vd * l;
            dr += vd * r;
        }

        var size = series.Length;
        Keep(a, al, ar, row);
        Keep(b, bl, br, row + 1);
        Keep(c, cl, cr, row + 2);
        Keep(d, dl, dr, row + 3);

        void Keep(double[] own, Vector<double> withLeft, Vector<double> withRight, int at)
        {
            var (first, second) = (Vector.Sum(withLeft), Vector.Sum(withRight));
            for (var rest = t; rest < length; rest++)
            {
                first += own[rest] * left[rest];
                second += own[rest] * right[rest];
            }

            products[(at * size) + column] = first;
            products[(at * size) + column + 1] = second;
        }
    }

    private static Vector<double> At(double[] values, int place) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)place);
}
