using Superintel.Kernel;
using Superintel.Prediction.Service.Adapters.Signals;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Memory;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class RefusedExitsContract : StoreContract<IRefusedExits>
{
    [Test]
    public async Task Refused_closes_wait_in_order_of_pair_the_newest_of_each_until_they_are_removed()
    {
        var hour = BarInterval.Parse("1h");
        RefusedExit[] exits =
            [Exit("X.R~Y.R", "d1", hour), Exit("A.R~B.R", "d2", hour), Exit("X.R~Y.R", "d3", hour), Exit("C.R~D.R", "d4")];
        foreach (var exit in exits) await With(store => Done(store.Save(exit, default)));

        Assert.That(await With(store => store.Waiting(hour, default)), Is.EqualTo(new[] { exits[1], exits[2] }));

        foreach (var exit in exits) await With(store => Done(store.Remove(exit.Pair, default)));
        Assert.That(await With(store => store.Waiting(hour, default)), Is.Empty);
        Assert.That(await With(store => store.Waiting(BarInterval.Day, default)), Is.Empty);
    }

    private static RefusedExit Exit(string pair, string decision, BarInterval? interval = null) =>
        new(PairId.Parse(pair), interval ?? BarInterval.Day, new DecisionId(decision), "order-in-flight");

    private static async ValueTask<bool> Done(ValueTask work)
    {
        await work;
        return true;
    }

    internal sealed class OfMemory : RefusedExitsContract
    {
        protected override Task<IOpens<IRefusedExits>> Create() =>
            Task.FromResult<IOpens<IRefusedExits>>(new InMemory<IRefusedExits>(new MemoryRefusedExits()));
    }

    internal sealed class OfPostgres : RefusedExitsContract
    {
        protected override Task<IOpens<IRefusedExits>> Create() =>
            InPostgres<IRefusedExits>.Create((_, session) => new PostgresRefusedExits(session));
    }
}
