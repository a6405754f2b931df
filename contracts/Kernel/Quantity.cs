namespace Superintel.Kernel;

/// <summary>How much of an instrument an order or a fill is for: never negative, the side says the direction.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    public static readonly Quantity Zero;

    /// <exception cref="ArgumentOutOfRangeException">A negative value.</exception>
    public Quantity(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    public decimal Value { get; }

    public bool IsZero => Value == 0m;

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value);

    /// <exception cref="ArgumentOutOfRangeException">The result would be negative.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - right.Value);

    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
