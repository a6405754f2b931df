using Superintel.Journal.Reporting;

namespace Superintel.Journal.Stories;

/// <summary>One decision from the signal to its end.</summary>
/// <param name="Status">Kebab-case status, see <see cref="Reporting.DecisionStatus"/>.</param>
/// <param name="Pnl">Realised less commissions; null when nothing was filled.</param>
/// <param name="UnconvertedCommissions">Costs beside the P&amp;L: paid in a currency whose rate was not known.</param>
/// <param name="Complete">Nothing more is expected of it.</param>
public sealed record Story(
    string DecisionId,
    string PairId,
    string Intent,
    string Status,
    bool Complete,
    decimal? Pnl,
    string Currency,
    string TraceId,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    IReadOnlyList<StoryStep> Steps,
    IReadOnlyList<CommissionSum> UnconvertedCommissions);
