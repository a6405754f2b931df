using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>Everything about a run that is drawn from its seed.</summary>
/// <param name="Lines">Which fault happens at which occasion.</param>
/// <param name="Kills">When the process dies, one after the other.</param>
/// <param name="Clearances">How many the session has.</param>
/// <param name="Working">How legs are worked.</param>
/// <param name="ByHand">Orders of a person beside the desk's.</param>
/// <param name="Fees">What Binance takes them in.</param>
/// <param name="End">The kill switch behind the last clearance: halted, reduce-only or active, which it was before.</param>
internal sealed record CrashPlan(
    int Seed,
    string Venue,
    IReadOnlyList<FaultLine> Lines,
    IReadOnlyList<KillPoint> Kills,
    int Clearances,
    LegWorking Working,
    IReadOnlyList<ByHand> ByHand,
    string End,
    SimFees Fees)
{
    private const int MostFaults = 4;
    private const int MostKills = 3;
    private static readonly SimFees[] AllFees = Enum.GetValues<SimFees>();
    private static readonly string[] Ends = ["active", "active", "halted", "reduce-only"];

    // About as often as each comes by in a session, so that most lines of a plan are reached.
    private static readonly Dictionary<FaultPoint, int> Occasions = new()
    {
        [FaultPoint.Submit] = 5, [FaultPoint.Cancel] = 2, [FaultPoint.Fill] = 6, [FaultPoint.Positions] = 3, [FaultPoint.Request] = 25,
        [FaultPoint.Send] = 25, [FaultPoint.Trigger] = 1,
    };

    private static readonly Dictionary<KillMoment, int> Moments = new()
    {
        [KillMoment.BeforeCommit] = 16, [KillMoment.AfterCommit] = 16, [KillMoment.OrderTaken] = 2, [KillMoment.OrderTraded] = 3,
        [KillMoment.OrderCanceled] = 2,
    };

    public static CrashPlan Of(int seed)
    {
        var draw = new Random(seed);
        var venue = TradedVenue.Names[seed % TradedVenue.Names.Count];
        var faults = Faults(venue).ToArray();
        draw.Shuffle(faults);
        var lines = faults.Take(draw.Next(1, MostFaults + 1)).SelectMany(fault => Enumerable.Range(0, draw.Next(1, 3))
            .Select(_ => new FaultLine(fault.Point, draw.Next(1, Occasions[fault.Point] + 1), fault))).ToArray();
        var moments = Moments.Keys.Order().ToArray();
        var kills = Enumerable.Range(0, draw.Next(1, MostKills + 1)).Select(_ => moments[draw.Next(moments.Length)])
            .Select(moment => new KillPoint(moment, draw.Next(1, Moments[moment] + 1)))
            // What may never come by does not keep the others waiting.
            .OrderByDescending(point => Moments[point.Moment]).ThenBy(point => point.Moment).ToArray();
        var clearances = draw.Next(3, 7);
        // A session has what its faults need: cancels for what happens to a cancel, a stop for what happens to a stop.
        var cancels = lines.Any(line => line.Fault.Point == FaultPoint.Cancel);
        var stops = lines.Any(line => line.Fault.Point == FaultPoint.Trigger);
        var working = LegWorking.Of(draw, cancels);
        var byHand = Enumerable.Range(0, Math.Max(stops ? 1 : 0, draw.Next(4) - 1))
            .Select(number => Crash.ByHand.Of(number, clearances, draw, stops && number == 0)).ToArray();
        var (end, fees) = (Ends[draw.Next(Ends.Length)], AllFees[draw.Next(AllFees.Length)]);
        return new CrashPlan(seed, venue, lines, kills, clearances, working, byHand, end, fees);
    }

    /// <summary>All faults of a venue that orders can meet: what is said of markets is nothing to them.</summary>
    public static IEnumerable<Fault> Faults(string venue) =>
        Fault.All.Where(fault => fault.IsAt(venue) && fault.Point != FaultPoint.Quote);

    public override string ToString() =>
        $"seed {Seed}: {Venue}, {Clearances} clearances, legs {Working}, by hand [{string.Join(", ", ByHand)}], then {End}, "
        + $"fees {Fees}; faults {string.Join(", ", Lines.Select(line => $"{line.Fault} at {line.Point} {line.Nth}"))}; "
        + $"kills {string.Join(", ", Kills)}";
}
