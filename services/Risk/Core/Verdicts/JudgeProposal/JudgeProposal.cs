using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.Verdicts.JudgeProposal;

/// <summary>The gate: every approved proposal is cleared once, or vetoed with every reason.</summary>
public sealed class JudgeProposal(
    IVerdicts verdicts,
    IReservations reservations,
    IKillSwitch killSwitch,
    ICloses closes,
    ReadPortfolio portfolio,
    ReadMarket market,
    ReadLimits limits,
    RiskOptions options,
    TimeProvider clock,
    IEvents events) : IHandle<ProposalApproved>
{
    public async Task Handle(ProposalApproved happened, CancellationToken ct)
    {
        var proposal = Proposal.From(happened);
        var verdict = VerdictChain.Decide(await Read(proposal, ct));
        // A repeated decision leaves the first verdict as it is: only the refusal of the repeat is told.
        if (!await verdicts.TryAdd(verdict, ct) && verdict.Cleared)
            throw new InvalidOperationException($"{verdict.Decision} was cleared twice.");
        if (verdict.Cleared) await Clear(proposal, verdict, ct);
        else await events.Publish(Vetoed(verdict), ct);
    }

    private async ValueTask<VerdictInput> Read(Proposal proposal, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var book = await portfolio.Now(ct);
        var atWork = await reservations.Open(ct);
        var instruments = book.Instruments
            .Concat(atWork.SelectMany(r => r.Instruments))
            .Concat(proposal.Legs.Select(l => l.Instrument))
            .Distinct()
            .Order()
            .ToArray();
        // Half as many days again: holidays differ, and only days that all instruments have count.
        var daily = proposal.Opens ? await closes.Daily(instruments, options.HistoryDays * 3 / 2 + 1, ct) : [];
        return new VerdictInput(
            proposal,
            now,
            (await killSwitch.Current(ct)).State,
            await verdicts.Find(proposal.Decision, ct) is not null,
            book,
            atWork,
            await market.For(instruments, ct),
            ReturnHistory.From(daily, options.HistoryDays),
            new ClearedEntries(
                await verdicts.CountClearedEntries(now.AddMinutes(-1), ct),
                await verdicts.CountClearedEntries(new DateTimeOffset(now.UtcDateTime.AddTicks(-1).Date, TimeSpan.Zero), ct)),
            await limits.Now(ct),
            options);
    }

    private async ValueTask Clear(Proposal proposal, RiskVerdict verdict, CancellationToken ct)
    {
        var reservation = Reservation.For(proposal.Decision, proposal.PairId, proposal.Intent, proposal.Legs, verdict.At);
        await reservations.Save(reservation, ct);
        await events.Publish(
            new OrderCleared(
                reservation.Clearance.Value,
                proposal.Decision.Value,
                proposal.PairId,
                proposal.Opens ? "open" : "close",
                [.. proposal.Legs.Select(leg => leg.ToContract())],
                proposal.Opens ? options.EntryLegFailurePolicy : options.ExitLegFailurePolicy,
                verdict.At,
                verdict.At + options.ClearanceLifetime,
                verdict.Measures),
            ct);
    }

    private static OrderVetoed Vetoed(RiskVerdict verdict) => new(
        verdict.Decision.Value, verdict.PairId, [.. verdict.Reasons.Select(reason => reason.ToContract())], verdict.Measures, verdict.At);
}
