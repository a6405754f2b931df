using Superintel.Contracts.Events.V1;

namespace Superintel.Gateway.Live;

/// <summary>Events in groups that a client can choose from.</summary>
internal static class LiveChannels
{
    private static readonly (string Channel, Type[] Events)[] Groups =
    [
        (
            "bars",
            [
                typeof(BarClosed), typeof(BarsBackfilled), typeof(BarQuarantined), typeof(FeedFreshnessChanged), typeof(InstrumentListed),
            ]),
        ("signals", [typeof(PairsSelected), typeof(SignalGenerated), typeof(SliceScored)]),
        ("proposals", [typeof(ProposalCreated), typeof(ProposalVoteRecorded), typeof(ProposalApproved), typeof(ProposalDeclined)]),
        (
            "risk",
            [
                typeof(OrderCleared), typeof(OrderVetoed), typeof(RiskLimitChanged), typeof(RestrictedListChanged), typeof(BreakerChanged),
                typeof(TradingStateChanged),
            ]),
        ("orders", [typeof(OrderSubmitted), typeof(OrderAccepted), typeof(OrderFilled), typeof(FillCorrected), typeof(CommissionBooked),
            typeof(OrderRejected), typeof(OrderOutcomeUnknown),
            typeof(OrderClosed), typeof(OrderDenied), typeof(PairOrderClosed), typeof(ExternalOrderChanged),
            typeof(ExternalHoldingChanged), typeof(PositionMismatchChanged), typeof(OrderAlertRaised),
            typeof(OrderResolved), typeof(VenueComparisonChanged)]),
        ("portfolio", [typeof(PositionChanged), typeof(PortfolioValued)]),
        ("journal", [typeof(JournalEntryRecorded)]),
        ("analytics", [typeof(AnalyticsJobProgressed)]),
    ];

    private static readonly Dictionary<string, string> ByEvent = Groups
        .SelectMany(group => group.Events.Select(type => (type.Name, group.Channel)))
        .ToDictionary(pair => pair.Name, pair => pair.Channel, StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Groups.Select(group => group.Channel)];

    /// <summary>The channel of an event by its name, or null when it is not for clients (AccessRecorded names users and
    /// addresses).</summary>
    public static string? Of(string? eventName) => eventName is null ? null : ByEvent.GetValueOrDefault(eventName);
}
