using System.Diagnostics.CodeAnalysis;

namespace Superintel.Venue.Binance.Failures;

/// <summary>What a call gave: its value, or why not.</summary>
public readonly record struct Answer<T>
    where T : class
{
    private Answer(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public Failure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsGiven => Value is not null;

    public static Answer<T> Of(T value) => new(value, null);

    public static implicit operator Answer<T>(Failure failure) => new(null, failure);
}
