using Superintel.Kernel;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Microstructure.Ports;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Restricted.Ports;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.Verdicts;

/// <summary>Loads all that a verdict is a function of.</summary>
public sealed class GatherEvidence(
    IVerdicts verdicts,
    IReservations reservations,
    IKillSwitch killSwitch,
    IBreakers breakers,
    ICloses closes,
    IBooks books,
    IRestrictedList restricted,
    IExternalBook external,
    ReadPortfolio portfolio,
    ReadMarket market,
    ReadLimits limits,
    RiskOptions options,
    TimeProvider clock)
{
    public async ValueTask<VerdictInput> For(Proposal proposal, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var book = await portfolio.Now(ct);
        var atWork = await reservations.Open(ct);
        var legs = proposal.Legs.Select(leg => leg.Instrument).ToArray();
        var told = await external.Now(ct);
        InstrumentId[] own = [.. book.Instruments.Concat(atWork.SelectMany(r => r.Instruments)).Concat(legs)];
        var known = await market.For(own.Concat(told.Instruments).Distinct().Order(), ct);
        var others = told.Listed(known);
        var instruments = own.Concat(others.Instruments).Distinct().Order().ToArray();
        // Half as many days again: holidays differ, and only days that all instruments have count.
        var daily = proposal.Opens ? await closes.Daily(instruments, options.HistoryDays * 3 / 2 + 1, ct) : [];
        return new VerdictInput
        {
            Proposal = proposal,
            Now = now,
            State = (await killSwitch.Current(ct)).State,
            Judged = await verdicts.Find(proposal.Decision, ct) is not null,
            Portfolio = book,
            Reservations = atWork,
            External = others,
            Market = known,
            History = ReturnHistory.From(daily, options.HistoryDays),
            Cleared = await Cleared(now, ct),
            Books = proposal.Opens ? await books.Last(legs, ct) : [],
            Restricted = proposal.Opens ? await restricted.All(ct) : [],
            Breakers = proposal.Opens ? [.. (await breakers.All(ct)).Where(one => one.IsOpen)] : [],
            Limits = await limits.Now(ct),
            Options = options,
        };
    }

    private async ValueTask<ClearedEntries> Cleared(DateTimeOffset now, CancellationToken ct)
    {
        var day = new DateTimeOffset(now.UtcDateTime.AddTicks(-1).Date, TimeSpan.Zero);
        return new ClearedEntries(
            await verdicts.CountClearedEntries(now.AddMinutes(-1), ct), await verdicts.CountClearedEntries(day, ct));
    }
}
