using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Risk.Breakers;
using static Superintel.Risk.Tests.Service.EveryCode.Provocation;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The codes that say whether a trade may be judged at all.</summary>
internal static class PermissionProvocations
{
    public static IEnumerable<Provocation> All =>
    [
        Veto("trading-halted", s => Switched(s, "halted")),
        Veto("reduce-only", s => Switched(s, "reduce-only")),
        Measure("breaker-open", async s =>
        {
            // The venue of the paper refuses nothing: these go to an exchange that does not trade them.
            for (var refusals = 0; refusals < VenueGauge.Least;) refusals += await s.Refused(EmptyExchange.Pair);
            var refused = await s.Approve();
            await s.Switch("active");
            return refused;
        }),
        Veto("duplicate-decision", Repeated),
        Veto("proposal-invalid", s =>
        {
            var good = s.Proposal();
            return s.Approve(good with { Legs = [good.Legs[0] with { Side = "long" }, good.Legs[1]] });
        }),
        Measure("proposal-stale", s => s.Approve(s.Proposal() with { SignalAt = s.Now.AddMinutes(-31) })),
        Veto("not-reducing", s => s.Approve(s.Proposal(intent: "close"))),
        Veto("position-open", s => s.Holding(() => s.Approve())),
        Veto("order-in-flight", async s =>
        {
            var first = await s.Clear();
            var refused = await s.Approve();
            await s.Cancel(first);
            return refused;
        }),
    ];

    private static async Task<string> Switched(DeskSession session, string state)
    {
        await session.Switch(state);
        var refused = await session.Approve();
        await session.Switch("active");
        return refused;
    }

    // The inbox stops a repeat for as long as it remembers; what comes after its retention, the chain stops.
    private static async Task<string> Repeated(DeskSession session)
    {
        var first = await session.Clear();
        await session.Cancel(first);
        await using (var connection = await session.Risk.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await connection.ExecuteAsync("DELETE FROM inbox WHERE event_id = @id", new { id = first.EventId });
        }

        return await session.Approve(first);
    }
}
