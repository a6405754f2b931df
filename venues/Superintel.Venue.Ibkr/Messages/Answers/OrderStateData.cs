using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>What the venue adds to an order: its status and, for a what-if, margins and commission. Null: not said.</summary>
public sealed record OrderStateData
{
    private const int Margins = 9;

    public string Status { get; init; } = "";

    /// <summary>Of the account without the order, the account's base currency; so are the eight that follow.</summary>
    public decimal? InitialMarginBefore { get; init; }

    public decimal? MaintenanceMarginBefore { get; init; }

    public decimal? EquityWithLoanBefore { get; init; }

    public decimal? InitialMarginChange { get; init; }

    public decimal? MaintenanceMarginChange { get; init; }

    public decimal? EquityWithLoanChange { get; init; }

    public decimal? InitialMarginAfter { get; init; }

    public decimal? MaintenanceMarginAfter { get; init; }

    public decimal? EquityWithLoanAfter { get; init; }

    public decimal? Commission { get; init; }

    /// <summary>Where the commission is a range, its ends.</summary>
    public decimal? MinimumCommission { get; init; }

    public decimal? MaximumCommission { get; init; }

    public string CommissionCurrency { get; init; } = "";

    public string Warning { get; init; } = "";

    /// <summary>TWS has worked the costs out: it may tell an order before.</summary>
    public bool HasCosts => (InitialMarginChange ?? InitialMarginAfter ?? Commission ?? MinimumCommission ?? MaximumCommission) is not null;

    internal static OrderStateData Read(ref FieldReader fields)
    {
        var status = fields.Text();
        Span<decimal?> margins = stackalloc decimal?[Margins];
        for (var i = 0; i < Margins; i++) margins[i] = fields.DecimalOrNull();
        return new OrderStateData
        {
            Status = status,
            InitialMarginBefore = margins[0],
            MaintenanceMarginBefore = margins[1],
            EquityWithLoanBefore = margins[2],
            InitialMarginChange = margins[3],
            MaintenanceMarginChange = margins[4],
            EquityWithLoanChange = margins[5],
            InitialMarginAfter = margins[6],
            MaintenanceMarginAfter = margins[7],
            EquityWithLoanAfter = margins[8],
            Commission = fields.DecimalOrNull(),
            MinimumCommission = fields.DecimalOrNull(),
            MaximumCommission = fields.DecimalOrNull(),
            CommissionCurrency = fields.Text(),
            Warning = fields.EscapedText(),
        };
    }

    internal void Write(FrameWriter frame)
    {
        frame.Text(Status);
        OrUnset(OrUnset(OrUnset(frame, InitialMarginBefore), MaintenanceMarginBefore), EquityWithLoanBefore);
        OrUnset(OrUnset(OrUnset(frame, InitialMarginChange), MaintenanceMarginChange), EquityWithLoanChange);
        OrUnset(OrUnset(OrUnset(frame, InitialMarginAfter), MaintenanceMarginAfter), EquityWithLoanAfter);
        frame.Decimal(Commission).Decimal(MinimumCommission).Decimal(MaximumCommission).Text(CommissionCurrency).Text(Warning);
    }

    internal static FrameWriter Unset(FrameWriter frame, int fields)
    {
        for (var i = 0; i < fields; i++) frame.Raw("1.7976931348623157E308"u8);
        return frame;
    }

    internal static FrameWriter OrUnset(FrameWriter frame, decimal? value) => value is { } known ? frame.Decimal(known) : Unset(frame, 1);
}
