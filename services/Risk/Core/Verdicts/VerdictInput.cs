using Superintel.Kernel;
using Superintel.Risk.Breakers;
using Superintel.Risk.Clearances;
using Superintel.Risk.Exposure;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Restricted;
using Superintel.Risk.Verdicts.Stages;

namespace Superintel.Risk.Verdicts;

/// <summary>All that a verdict is a function of. What several stages need of it is computed once, when the first one asks.</summary>
public sealed class VerdictInput
{
    private Valuation? valuation;
    private Position[]? open;
    private Currency? currency;
    private BookExposure? before;
    private bool priced;
    private PricedBook? book;
    private bool? hasHistory;
    private BookResults? results;

    public required Proposal Proposal { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required TradingState State { get; init; }

    /// <summary>The decision already has a verdict.</summary>
    public bool Judged { get; init; }

    public required PortfolioSnapshot Portfolio { get; init; }

    public IReadOnlyList<Reservation> Reservations { get; init; } = [];

    /// <summary>What others do in the desk's accounts, in listed instruments.</summary>
    public ExternalBook External { get; init; } = ExternalBook.None;

    public required MarketSnapshot Market { get; init; }

    /// <summary>Daily returns of everything held, at work or proposed.</summary>
    public required ReturnHistory History { get; init; }

    public ClearedEntries Cleared { get; init; }

    /// <summary>Books of the trade's instruments that have one.</summary>
    public IReadOnlyList<BookSnapshot> Books { get; init; } = [];

    public IReadOnlyList<RestrictedInstrument> Restricted { get; init; } = [];

    /// <summary>Breakers that are open.</summary>
    public IReadOnlyList<Breaker> Breakers { get; init; } = [];

    public required RiskLimits Limits { get; init; }

    public required RiskOptions Options { get; init; }

    /// <summary>Positions that are not flat, ordered by key.</summary>
    internal IReadOnlyList<Position> Open => open ??= [.. Portfolio.Open];

    /// <summary>The base currency.</summary>
    internal Currency Base => currency ??= Options.Base;

    /// <summary>What the portfolio is worth.</summary>
    internal Valuation Valuation => valuation ??= Valuation.Of(Portfolio.Cash.Values, Open, Market, Base);

    /// <summary>What is held and at work; null when it cannot be priced.</summary>
    internal BookExposure? Before
    {
        get
        {
            if (!priced) (before, priced) = (BookExposure.Of(Open, Reservations, External, Market, Base), true);
            return before;
        }
    }

    /// <summary>The book before and after; only for stages behind the market's.</summary>
    internal PricedBook Book => book ??= PricedBook.Of(this);

    /// <summary>Enough days, of everything in the book with the trade.</summary>
    internal bool HasHistory =>
        hasHistory ??= History.Length >= Options.MinimumHistoryDays && History.Covers(Book.After.Instruments);

    /// <summary>Daily results; only with <see cref="HasHistory"/>.</summary>
    internal BookResults Results => results ??= BookResults.Of(Book, Proposal.PairId, History);
}
