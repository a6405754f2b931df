using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>What the venue adds to an order: its status and, for a what-if, margins and commission. Null: not said.</summary>
public sealed record OrderStateData
{
    private const int Margins = 9;

    public string Status { get; init; } = "";

    /// <summary>Change of the initial margin, base currency.</summary>
    public decimal? InitialMarginChange { get; init; }

    public decimal? MaintenanceMarginChange { get; init; }

    public decimal? EquityWithLoanAfter { get; init; }

    public decimal? Commission { get; init; }

    public string CommissionCurrency { get; init; } = "";

    public string Warning { get; init; } = "";

    internal static OrderStateData Read(ref FieldReader fields)
    {
        var status = fields.Text();
        Span<decimal?> margins = stackalloc decimal?[Margins];
        for (var i = 0; i < Margins; i++) margins[i] = fields.DecimalOrNull();
        var commission = fields.DecimalOrNull();
        fields.Skip(2);
        return new OrderStateData
        {
            Status = status,
            InitialMarginChange = margins[3],
            MaintenanceMarginChange = margins[4],
            EquityWithLoanAfter = margins[8],
            Commission = commission,
            CommissionCurrency = fields.Text(),
            Warning = fields.EscapedText(),
        };
    }

    internal void Write(FrameWriter frame)
    {
        OrUnset(OrUnset(Unset(frame.Text(Status), 3), InitialMarginChange), MaintenanceMarginChange);
        OrUnset(Unset(frame, 3), EquityWithLoanAfter).Decimal(Commission).Empty(2).Text(CommissionCurrency).Text(Warning);
    }

    internal static FrameWriter Unset(FrameWriter frame, int fields)
    {
        for (var i = 0; i < fields; i++) frame.Raw("1.7976931348623157E308"u8);
        return frame;
    }

    internal static FrameWriter OrUnset(FrameWriter frame, decimal? value) => value is { } known ? frame.Decimal(known) : Unset(frame, 1);
}
