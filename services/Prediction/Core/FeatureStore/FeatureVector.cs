using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Prediction.FeatureStore;

/// <summary>
/// What was known of a subject at a moment: an observation (<see cref="ObservedAt"/>) and the time from which it was known
/// (<see cref="KnownAt"/>). A value without a meaning at that moment is null, never NaN.
/// </summary>
public sealed class FeatureVector
{
    /// <param name="subject">What the vector describes, for example a pair at an interval: <c>KO.XNYS~PG.XNYS@1d</c>.</param>
    /// <param name="knownAt">Kept to the microsecond, the resolution of the store.</param>
    /// <exception cref="ArgumentException">A wrong number of values, one that is not finite, or known before it was observed.</exception>
    public FeatureVector(
        FeatureSchema schema, string subject, DateTimeOffset observedAt, DateTimeOffset knownAt, ImmutableArray<double?> values)
    {
        if (values.Length != schema.Fields.Length)
            throw new ArgumentException($"{schema.Key} has {schema.Fields.Length} fields, got {values.Length} values.", nameof(values));
        (Schema, Subject, ObservedAt, KnownAt) = (schema, subject, Microseconds(observedAt), Microseconds(knownAt));
        if (KnownAt < ObservedAt)
            throw new ArgumentException($"{subject} cannot be known at {knownAt:O}, before {observedAt:O}.", nameof(knownAt));
        Values = [.. values.Select((value, i) => Check(schema, value, i))];
        Id = "f" + StableId.Of("features", schema.Key, subject, $"{ObservedAt.UtcDateTime:O}", $"{KnownAt.UtcDateTime:O}");
    }

    /// <summary>A function of schema, subject and the two times.</summary>
    public string Id { get; }

    public FeatureSchema Schema { get; }

    public string Subject { get; }

    public DateTimeOffset ObservedAt { get; }

    public DateTimeOffset KnownAt { get; }

    /// <summary>In the order of the schema's fields.</summary>
    public ImmutableArray<double?> Values { get; }

    /// <summary>A value by its field's name, null when it has no meaning here.</summary>
    public double? this[string field] => Values[Schema.Ordinal(field)];

    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public double Required(string field) =>
        this[field] ?? throw new InvalidOperationException($"{Subject} at {ObservedAt:O} has no {field}.");

    // Adding zero turns -0 into 0: a JSON store does not keep the sign of zero, and a vector read back must equal the one written.
    private static double? Check(FeatureSchema schema, double? value, int ordinal) => value is not { } number || double.IsFinite(number)
        ? value + 0.0
        : throw new ArgumentException($"{schema.Fields[ordinal].Name} of {schema.Key} is {number}; a feature is finite or missing.");

    private static DateTimeOffset Microseconds(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
