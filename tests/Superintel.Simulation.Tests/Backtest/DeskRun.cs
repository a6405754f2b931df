using Superintel.Approval;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events;
using Superintel.Ingestion;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Simulation.Desk;
using Superintel.Simulation.Scheduling;
using Superintel.TestKit;

namespace Superintel.Simulation.Tests.Backtest;

/// <summary>The desk run over part of the sample data, with everything it published.</summary>
internal sealed record DeskRun(SimulatedDesk Desk, IReadOnlyList<IEvent> Events)
{
    public static readonly DateTimeOffset Until = new(1994, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IEnumerable<TEvent> Of<TEvent>() => Events.OfType<TEvent>();

    public static async Task<DeskRun> Run(DateTimeOffset to, HumanPolicy humans = HumanPolicy.All, int? interleaving = null)
    {
        var published = new List<IEvent>();
        var scheduler = new Scheduler(interleaving);
        scheduler.Observe(published.Add);
        var desk = new SimulatedDesk(
            new DeskOptions
            {
                Ingestion = new IngestionOptions { Replay = new ReplayOptions { To = to } },
                Approval = new ApprovalOptions { HumanPolicy = humans },
            },
            new RecordedFolder(Repository.File("data/sample")), scheduler, new VirtualTime(DateTimeOffset.UnixEpoch));
        await desk.Start(default);
        while (await desk.Step(default)) Assert.That(published, Has.Count.LessThan(10_000_000));
        return new DeskRun(desk, published);
    }
}
