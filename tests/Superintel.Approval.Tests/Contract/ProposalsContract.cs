using Npgsql;
using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.Memory;
using Superintel.Approval.Proposals.Ports;
using Superintel.Approval.Service;
using Superintel.Approval.Service.Adapters.Proposals.Postgres;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Approval.Tests.Contract;

/// <summary>What every store of proposals promises. Each step is a transaction of its own.</summary>
[TestFixture(StoreKind.Memory)]
[TestFixture(StoreKind.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProposalsContract(StoreKind kind)
{
    private readonly MemoryProposals memory = new();
    private PostgresDatabase? database;
    private NpgsqlDataSource? source;

    [SetUp]
    public async Task CreateSchema()
    {
        if (kind == StoreKind.Memory) return;
        database = await PostgresDatabase.Create();
        source = ServiceDataSource.Create(database.ConnectionString, "approval");
        await Migrator.Run(source, "approval", typeof(ApprovalService).Assembly, CancellationToken.None);
    }

    [TearDown]
    public async Task DropSchema()
    {
        if (source is not null) await source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Test]
    public async Task Proposal_is_found_as_it_was_added_and_only_once()
    {
        var proposal = Some("d1", 0);
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.TryAdd(proposal, default)), Is.True);
            Assert.That(await With(s => s.TryAdd(proposal with { TierReason = "other" }, default)), Is.False);
            Same(await Find(proposal), proposal);
            Assert.That(await With(s => s.Find(Some("d2", 0).Id, default)), Is.Null);
        });
    }

    [Test]
    public async Task Transition_is_stored_with_its_votes()
    {
        var proposal = Some("d1", 0);
        await With(s => s.TryAdd(proposal, default));
        var voted = proposal.ApproveBy("sue", "yes", Signals.Bar).Proposal;
        await Save(voted, proposal.Version);
        var declined = voted.DeclineBy("sam", "no", Signals.Bar.AddMinutes(1)).Proposal;
        await Save(declined, voted.Version);
        Same(await Find(proposal), declined);
    }

    [Test]
    public async Task Transition_from_a_version_that_is_gone_is_refused()
    {
        var proposal = Some("d1", 0);
        await With(s => s.TryAdd(proposal, default));
        await Save(proposal.ApproveBy("sue", "", Signals.Bar).Proposal, 1);
        Assert.That(async () => await Save(proposal.ApproveBy("sam", "", Signals.Bar).Proposal, 1), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Pending_are_listed_oldest_first_until_decided()
    {
        var (late, early, done) = (Some("d1", 5), Some("d2", 1), Some("d3", 0));
        foreach (var one in new[] { late, early, done }) await With(s => s.TryAdd(one, default));
        await Save(done.DeclineByPolicy("policy:none", "", Signals.Bar).Proposal, 1);
        var pending = await With(s => s.Pending(default));
        Assert.That(pending.Select(p => p.Id), Is.EqualTo(new[] { early.Id, late.Id }));
    }

    [Test]
    public async Task Pages_follow_each_other_newest_first_within_a_status()
    {
        var all = Enumerable.Range(0, 6).Select(i => Some($"d{i}", i / 2)).ToArray();
        foreach (var one in all) await With(s => s.TryAdd(one, default));
        await Save(all[5].ApproveByPolicy("policy:all", Signals.Bar).Proposal, 1);
        var expected = all.Take(5).OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id.Value, StringComparer.Ordinal).Select(p => p.Id);
        var first = await With(s => s.Page(ProposalStatus.Pending, null, 3, default));
        var place = new ProposalPlace(first[^1].CreatedAt, first[^1].Id.Value);
        var second = await With(s => s.Page(ProposalStatus.Pending, place, 3, default));
        Assert.That(first.Concat(second).Select(p => p.Id), Is.EqualTo(expected));
        Assert.That(await With(s => s.Page(null, null, 100, default)), Has.Count.EqualTo(6));
    }

    private static Proposal Some(string decision, int minutes) => Proposal.Create(
        Terms.From(
            Signals.Open(decision),
            Signals.Legs(80_123.45m),
            Signals.Usd(80_123.45m),
            [new RiskMeasure("sizing", "kelly", 0.1, 0.5, "fraction-of-nav")]),
        new TierChoice(Tier.Senior, "test"),
        Signals.Bar.AddMinutes(minutes),
        TimeSpan.FromMinutes(15)).Proposal;

    private static void Same(Proposal? actual, Proposal expected)
    {
        Assert.That(actual!.Terms.Legs, Is.EqualTo(expected.Terms.Legs));
        Assert.That(actual.Terms.Sizing, Is.EqualTo(expected.Terms.Sizing));
        Assert.That(actual.Votes, Is.EqualTo(expected.Votes));
        Assert.That(Bare(actual), Is.EqualTo(Bare(expected)));
    }

    // Arrays compare by reference: they were compared before.
    private static Proposal Bare(Proposal proposal) =>
        proposal with { Votes = [], Terms = proposal.Terms with { Legs = [], Sizing = [] } };

    private Task<Proposal?> Find(Proposal proposal) => With(s => s.Find(proposal.Id, default));

    private Task Save(Proposal proposal, int before) => With(async s =>
    {
        await s.Save(proposal, before, default);
        return true;
    });

    private async Task<T> With<T>(Func<IProposals, ValueTask<T>> step)
    {
        if (source is null) return await step(memory);
        await using var session = new DbSession(source);
        var result = await step(new PostgresProposals(session));
        await session.Commit(CancellationToken.None);
        return result;
    }
}
