using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Superintel.Risk.Measures.Covariances;

/// <summary>Sums of products of every two series. Four series against two at a time: what is loaded once is used often.</summary>
internal static class CrossProducts
{
    private const int Rows = 4;
    private const int Columns = 2;

    /// <param name="series">Size series of one length, one after the other.</param>
    /// <param name="products">Receives them row-major, size x size, symmetric.</param>
    public static void Of(ReadOnlySpan<double> series, int size, Span<double> products)
    {
        var length = series.Length / size;
        for (var row = 0; row < size; row += Rows)
        {
            for (var column = 0; column < Math.Min(row + Rows, size); column += Columns)
            {
                if (row + Rows <= size && column + Columns <= size) Tile(series, size, length, row, column, products);
                else Rest(series, size, length, row, column, products);
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) products[(j * size) + i] = products[(i * size) + j];
        }
    }

    private static void Rest(ReadOnlySpan<double> series, int size, int length, int row, int column, Span<double> products)
    {
        for (var i = row; i < Math.Min(row + Rows, size); i++)
        {
            for (var j = column; j < Math.Min(column + Columns, size); j++)
                products[(i * size) + j] = TensorPrimitives.Dot(series.Slice(i * length, length), series.Slice(j * length, length));
        }
    }

    private static void Tile(ReadOnlySpan<double> series, int size, int length, int row, int column, Span<double> products)
    {
        ReadOnlySpan<double> a = series.Slice(row * length, length), b = series.Slice((row + 1) * length, length);
        ReadOnlySpan<double> c = series.Slice((row + 2) * length, length), d = series.Slice((row + 3) * length, length);
        ReadOnlySpan<double> left = series.Slice(column * length, length), right = series.Slice((column + 1) * length, length);
        var t = 0;
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

        Keep(a[t..], left[t..], right[t..], al, ar, products[((row * size) + column)..]);
        Keep(b[t..], left[t..], right[t..], bl, br, products[(((row + 1) * size) + column)..]);
        Keep(c[t..], left[t..], right[t..], cl, cr, products[(((row + 2) * size) + column)..]);
        Keep(d[t..], left[t..], right[t..], dl, dr, products[(((row + 3) * size) + column)..]);
    }

    // What the registers hold, and the few periods that did not fill one.
    private static void Keep(
        ReadOnlySpan<double> own,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        Vector<double> withLeft,
        Vector<double> withRight,
        Span<double> into)
    {
        var (first, second) = (Vector.Sum(withLeft), Vector.Sum(withRight));
        for (var t = 0; t < own.Length; t++)
        {
            first += own[t] * left[t];
            second += own[t] * right[t];
        }

        (into[0], into[1]) = (first, second);
    }

    private static Vector<double> At(ReadOnlySpan<double> values, int place) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)place);
}
