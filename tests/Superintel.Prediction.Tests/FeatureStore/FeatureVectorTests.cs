using System.Collections.Immutable;
using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Tests.FeatureStore;

internal sealed class FeatureVectorTests
{
    private static readonly FeatureSchema Schema = new("test", 1, [new("x", "1", "X."), new("y", "1", "Y.")]);
    private static readonly DateTimeOffset Noon = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Vector_with_a_wrong_number_of_values_is_refused() => Assert.That(() => Vector(1.0), Throws.ArgumentException);

    [Test]
    public void Vector_with_a_value_that_is_not_finite_is_refused([Values(double.NaN, double.PositiveInfinity)] double value) =>
        Assert.That(() => Vector(1.0, value), Throws.ArgumentException);

    [Test]
    public void Vector_known_before_it_was_observed_is_refused() => Assert.That(
        () => new FeatureVector(Schema, "s", Noon, Noon.AddSeconds(-1), [1, 2]),
        Throws.ArgumentException);

    [Test]
    public void Vector_turns_negative_zero_into_zero() =>
        Assert.That(BitConverter.DoubleToInt64Bits(Vector(-0.0, 1.0)["x"]!.Value), Is.Zero);

    [Test]
    public void Vector_without_a_value_gives_null_and_refuses_to_require_it()
    {
        Assert.That(Vector(1.0, null)["y"], Is.Null);
        Assert.That(() => Vector(1.0, null).Required("y"), Throws.InvalidOperationException);
    }

    [Test]
    public void Identity_depends_on_the_two_times_and_the_subject_and_not_on_the_values()
    {
        var ids = new[]
        {
            new FeatureVector(Schema, "s", Noon, Noon, [1, 2]).Id,
            new FeatureVector(Schema, "s", Noon, Noon.AddSeconds(1), [1, 2]).Id,
            new FeatureVector(Schema, "t", Noon, Noon, [1, 2]).Id,
        };

        Assert.That(ids, Is.Unique);
        Assert.That(new FeatureVector(Schema, "s", Noon, Noon, [5, 6]).Id, Is.EqualTo(ids[0]));
    }

    [Test]
    public void Schema_matches_only_the_same_fields_in_the_same_order()
    {
        Assert.That(Schema.Matches(new FeatureSchema("test", 1, Schema.Fields)), Is.True);
        Assert.That(Schema.Matches(new FeatureSchema("test", 2, Schema.Fields)), Is.False);
        Assert.That(Schema.Matches(new FeatureSchema("test", 1, [.. Schema.Fields.Reverse()])), Is.False);
    }

    [Test]
    public void Schema_with_a_field_twice_or_none_is_refused()
    {
        Assert.That(() => new FeatureSchema("test", 1, [Schema.Fields[0], Schema.Fields[0]]), Throws.ArgumentException);
        Assert.That(() => new FeatureSchema("test", 1, []), Throws.ArgumentException);
    }

    private static FeatureVector Vector(params double?[] values) => new(Schema, "s", Noon, Noon, [.. values]);
}
