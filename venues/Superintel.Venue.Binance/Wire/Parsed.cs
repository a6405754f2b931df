using System.Diagnostics.CodeAnalysis;

namespace Superintel.Venue.Binance.Wire;

/// <summary>What a parser made of bytes from outside: a value or the reason why not. Parsers do not throw.</summary>
public readonly record struct Parsed<T>
    where T : class
{
    private Parsed(T? value, WireError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public WireError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Value is not null;

    /// <summary>For interfaces, from which C# has no implicit conversion.</summary>
    public static Parsed<T> Of(T value) => new(value, null);

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(WireError error) => new(null, error);
}
