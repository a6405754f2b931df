using System.Runtime.CompilerServices;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>Several pairs side by side in one vector register: one algorithm serves every register width.</summary>
/// <typeparam name="T">The lane type itself.</typeparam>
internal interface ILane<T>
    where T : struct, ILane<T>
{
    /// <summary>Pairs per register.</summary>
    static abstract int Count { get; }

    static abstract T Zero { get; }

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    static abstract T Broadcast(double value);

    static abstract T Load(ref double source);

    static abstract void Store(T value, ref double destination);

    /// <summary>left times right plus addend, fused where the machine can.</summary>
    static abstract T MultiplyAdd(T left, T right, T addend);

    static abstract T SquareRoot(T value);

    static abstract T Minimum(T left, T right);

    static abstract T Maximum(T left, T right);

    /// <summary>Per pair: whenLess where left is below right, otherwise other.</summary>
    static abstract T Select(T left, T right, T whenLess, T other);

    /// <summary>Per pair: value where floor is at most x, otherwise zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Keep(T floor, T x, T value) => T.Select(x, floor, T.Zero, value);
}
