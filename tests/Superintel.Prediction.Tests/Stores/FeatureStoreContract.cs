using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.FeatureStore.Memory;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Service.Adapters.FeatureStore;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class FeatureStoreContract : StoreContract<IFeatureStore>
{
    private static readonly FeatureSchema Schema = new("contract", 1, [new("x", "1", "X."), new("y", "log", "Y.")]);

    [SetUp]
    public Task DeclareSchema() => With(store => store.Declare(Schema, default));

    [Test]
    public async Task Vector_reads_back_with_the_same_bits()
    {
        var vector = Vector("bits", 1, 1, 0.1 + 0.2, null);

        await With(store => store.Append([vector], default));
        var read = await With(store => store.Find(vector.Id, default));

        Assert.That(read!.Values, Is.EqualTo(vector.Values));
        Assert.That(read.Schema.Matches(Schema), Is.True);
        Assert.That((read.Id, read.Subject, read.ObservedAt, read.KnownAt), Is.EqualTo((vector.Id, "bits", At(1), At(1))));
    }

    [Test]
    public async Task Extreme_values_read_back_with_the_same_bits(
        [Values(double.MaxValue, double.Epsilon, -1e-308, 1.7976931348623155e308, -0.0, 4.9e-324, 0.1)] double value)
    {
        var vector = Vector($"extreme {value:R}", 1, 1, value, Math.PI);

        await With(store => store.Append([vector], default));
        var read = await With(store => store.Find(vector.Id, default));

        Assert.That(BitConverter.DoubleToInt64Bits(read!.Required("x")), Is.EqualTo(BitConverter.DoubleToInt64Bits(vector.Required("x"))));
    }

    [Test]
    public async Task As_of_gives_the_newest_observation_at_or_before_the_moment()
    {
        await With(store => store.Append([Vector("newest", 1, 1, 1), Vector("newest", 3, 3, 3), Vector("newest", 5, 5, 5)], default));

        Assert.That((await AsOf("newest", 4, 9))!["x"], Is.EqualTo(3));
        Assert.That((await AsOf("newest", 5, 9))!["x"], Is.EqualTo(5));
        Assert.That(await AsOf("newest", 0, 9), Is.Null);
        Assert.That(await AsOf("nobody", 5, 9), Is.Null);
    }

    [Test]
    public async Task As_of_never_sees_what_was_known_later()
    {
        // Observed on day 2, known on day 2, corrected on day 6; observed on day 3 but known only on day 7.
        await With(store => store.Append([Vector("late", 2, 2, 2.0), Vector("late", 2, 6, 2.6), Vector("late", 3, 7, 3.7)], default));

        Assert.That((await AsOf("late", 5, 5))!["x"], Is.EqualTo(2.0));
        Assert.That((await AsOf("late", 5, 6))!["x"], Is.EqualTo(2.6));
        Assert.That((await AsOf("late", 5, 7))!["x"], Is.EqualTo(3.7));
        Assert.That((await AsOf("late", 2, 9))!["x"], Is.EqualTo(2.6));
        Assert.That(await AsOf("late", 5, 1), Is.Null);
    }

    [Test]
    public async Task Vector_appended_again_is_left_as_it_was()
    {
        await With(store => store.Append([Vector("again", 1, 1, 1)], default));
        await With(store => store.Append([Vector("again", 1, 1, 99)], default));

        Assert.That((await AsOf("again", 1, 1))!["x"], Is.EqualTo(1));
    }

    [Test]
    public async Task Schema_declared_with_other_fields_is_refused()
    {
        await With(store => store.Declare(new FeatureSchema("contract", 1, Schema.Fields), default));

        Assert.That(
            () => With(store => store.Declare(new FeatureSchema("contract", 1, [Schema.Fields[0]]), default)),
            Throws.TypeOf<FeatureSchemaConflictException>());
    }

    [Test]
    public async Task Vectors_of_two_versions_are_apart()
    {
        var second = new FeatureSchema("contract", 2, [new("x", "1", "X.")]);
        await With(store => store.Declare(second, default));
        await With(store => store.Append([Vector("versions", 1, 1, 1), new(second, "versions", At(1), At(1), [2])], default));

        Assert.That((await AsOf("versions", 1, 1))!["x"], Is.EqualTo(1));
        Assert.That((await With(store => store.AsOf(second, "versions", At(1), At(1), default)))!["x"], Is.EqualTo(2));
    }

    [Test]
    public void Vector_of_a_schema_that_was_not_declared_is_refused() => Assert.That(
        () => With(store => store.Append([new(new("undeclared", 1, Schema.Fields), "s", At(1), At(1), [1, 2])], default)),
        Throws.InvalidOperationException);

    private static DateTimeOffset At(int day) => new DateTimeOffset(1999, 12, 28, 21, 0, 0, TimeSpan.Zero).AddDays(day);

    private static FeatureVector Vector(string subject, int observed, int known, double? x, double? y = 0.5) =>
        new(Schema, subject, At(observed), At(known), [x, y]);

    private Task<FeatureVector?> AsOf(string subject, int observed, int known) =>
        With(store => store.AsOf(Schema, subject, At(observed), At(known), default));

    internal sealed class OfMemory : FeatureStoreContract
    {
        protected override Task<IOpens<IFeatureStore>> Create() =>
            Task.FromResult<IOpens<IFeatureStore>>(new InMemory<IFeatureStore>(new MemoryFeatureStore()));

        [Test]
        public async Task Full_memory_store_forgets_the_oldest_observation_of_the_subject()
        {
            var store = new MemoryFeatureStore(capacity: 2);
            await store.Declare(Schema, default);
            await store.Append([Vector("s", 1, 1, 1), Vector("s", 2, 2, 2), Vector("s", 3, 3, 3), Vector("t", 1, 1, 9)], default);

            Assert.That(await store.Find(Vector("s", 1, 1, 1).Id, default), Is.Null);
            Assert.That((await store.AsOf(Schema, "t", At(1), At(1), default))!["x"], Is.EqualTo(9));
        }
    }

    internal sealed class OfPostgres : FeatureStoreContract
    {
        protected override Task<IOpens<IFeatureStore>> Create() =>
            InPostgres<IFeatureStore>.Create((database, session) => new PostgresFeatureStore(session, database.Series));
    }

    internal sealed class OfCachedPostgres : FeatureStoreContract
    {
        protected override Task<IOpens<IFeatureStore>> Create() => InPostgres<IFeatureStore>.Create((database, session) =>
            new CachedFeatureStore(new PostgresFeatureStore(session, database.Series), database.Cache));
    }
}
