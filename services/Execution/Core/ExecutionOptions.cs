using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;

namespace Superintel.Execution;

/// <summary>Configuration of Execution.</summary>
public sealed record ExecutionOptions
{
    /// <summary>
    /// Asset class (equity, option, future, fx, crypto) to venue. A class that is missing, or has an empty venue, cannot be traded.
    /// Default: all to paper.
    /// </summary>
    public IReadOnlyDictionary<string, string> Routes { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["equity"] = PaperBroker.VenueName,
        ["option"] = PaperBroker.VenueName,
        ["future"] = PaperBroker.VenueName,
        ["fx"] = PaperBroker.VenueName,
        ["crypto"] = PaperBroker.VenueName,
    };

    /// <summary>Venue to account. Default: paper has the account <c>paper</c>.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [PaperBroker.VenueName] = "paper",
    };

    /// <summary>day or good-till-cancel. Default good-till-cancel: a leg without a bar today still belongs to its pair tomorrow.</summary>
    public string TimeInForce { get; init; } = "good-till-cancel";

    /// <summary>
    /// How long a pair order may take before its rest counts as failed, one minute to 90 days. Default 10 days: a holiday week.
    /// </summary>
    public TimeSpan LegPatience { get; init; } = TimeSpan.FromDays(10);

    /// <summary>
    /// How long an order whose outcome nobody knows holds its pair's failure policy back, one minute to one day. Default 10 minutes. Behind
    /// it the other leg is treated by the policy; the unknown order goes on counting in full and being asked for.
    /// </summary>
    public TimeSpan UnknownPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often working orders and positions are held against the venues while the service runs, one second to one hour. Default one
    /// minute.
    /// </summary>
    public TimeSpan ReconcileEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How legs are worked in parts, by <c>venue/class</c>, <c>class</c> or <c>venue</c>; the most exact wins. Default: none, each leg is
    /// one order at the market.
    /// </summary>
    public IReadOnlyDictionary<string, StrategyOptions> Strategies { get; init; } =
        new SortedDictionary<string, StrategyOptions>(StringComparer.Ordinal);

    public PaperOptions Paper { get; init; } = new();

    /// <exception cref="ArgumentException">A value out of its bounds.</exception>
    public PlacementTerms Terms()
    {
        if (LegPatience < TimeSpan.FromMinutes(1) || LegPatience > TimeSpan.FromDays(90))
            throw new ArgumentException($"LegPatience is {LegPatience}, outside one minute to 90 days.");
        if (ReconcileEvery < TimeSpan.FromSeconds(1) || ReconcileEvery > TimeSpan.FromHours(1))
            throw new ArgumentException($"ReconcileEvery is {ReconcileEvery}, outside one second to one hour.");
        if (UnknownPatience < TimeSpan.FromMinutes(1) || UnknownPatience > TimeSpan.FromDays(1))
            throw new ArgumentException($"UnknownPatience is {UnknownPatience}, outside one minute to one day.");
        return new PlacementTerms(
            TimeInForce switch
            {
                "day" => Trading.TimeInForce.Day,
                "good-till-cancel" => Trading.TimeInForce.GoodTillCancel,
                _ => throw new ArgumentException($"TimeInForce '{TimeInForce}' is unknown; choose day or good-till-cancel."),
            },
            LegPatience,
            new StrategyChoice(Strategies, LegPatience))
        {
            UnknownPatience = UnknownPatience,
            LookGap = UnknownPatience > 3 * ReconcileEvery ? UnknownPatience : 3 * ReconcileEvery,
        };
    }

    /// <exception cref="ArgumentException">A class or venue that makes no sense.</exception>
    public BrokerRoutes BrokerRoutes() => new(Routes, Accounts);
}
