using System.Diagnostics.CodeAnalysis;

namespace Superintel.Venue.Mt4;

/// <summary>What the bridge said, or why nothing is known of it; never both.</summary>
public sealed class Mt4Answer<T>
    where T : class
{
    private Mt4Answer(T? value, Mt4Failure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public Mt4Failure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsGiven => Value is not null;

    public static Mt4Answer<T> Given(T value) => new(value, null);

    public static Mt4Answer<T> Failed(Mt4FailureKind kind, string code, string message, int mtCode = 0) =>
        new(null, new Mt4Failure(kind, code, mtCode, message));
}
