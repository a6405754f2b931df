using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>An order that is over. It has no order id: match it by its permId or by our name.</summary>
/// <param name="FilledQuantity">Null: the order's form hides it (conditions, benchmark pegs).</param>
/// <param name="CompletedStatus">The venue's words, for example Cancelled by Trader.</param>
public sealed record CompletedOrder(
    Contract Contract,
    OrderTerms Terms,
    long PermId,
    string Status,
    decimal? FilledQuantity,
    string CompletedTime,
    string CompletedStatus) : IWireMessage<CompletedOrder>
{
    public static int MessageId => 101;

    public static CompletedOrder Read(ref FieldReader fields)
    {
        var (contract, terms) = (Contract.ReadAnswer(ref fields), OpenOrder.ReadTerms(ref fields));
        var permId = fields.Long();
        terms = terms with { OutsideRegularHours = fields.Flag() };
        fields.Skip(8);
        terms = terms with { GoodTillDate = fields.Text() };
        fields.Skip(15);
        terms = terms with { OcaType = fields.Int() };
        fields.Skip(3);
        var neutral = fields.Text().Length > 0;
        fields.Skip(neutral ? 7 : 3);
        terms = terms with { TrailStopPrice = fields.DecimalOrNull(), TrailingPercent = fields.DecimalOrNull() };
        OrderExtras.SkipCombinations(ref fields);
        fields.Skip(3);
        OrderExtras.SkipAlgorithm(ref fields);
        fields.Skip();
        var status = fields.Text();
        fields.Skip(2);
        var plain = terms.OrderType != "PEG BENCH" && fields.Int() == 0;
        if (!plain) return new CompletedOrder(contract, terms, permId, status, null, "", "");
        fields.Skip(6);
        var filled = fields.Amount();
        fields.Skip(6);
        return new CompletedOrder(contract, terms, permId, status, filled, fields.Text(), fields.Text());
    }

    public void Write(FrameWriter frame)
    {
        OpenOrder.WriteTerms(Contract.WriteAnswer(frame), Terms).Long(PermId).Flag(Terms.OutsideRegularHours).Zero(2).Empty(6)
            .Text(Terms.GoodTillDate).Empty(3).Zero().Empty().Int(-1).Empty(5).Int(int.MaxValue).Zero(2).Empty().Int(Terms.OcaType)
            .Zero().Empty().Zero().Text("None").Empty().Zero(3).Empty().Zero(2)
            .Decimal(Terms.TrailStopPrice).Decimal(Terms.TrailingPercent)
            .Empty().Zero(3).Int(int.MaxValue).Int(int.MaxValue).Empty(3).Text("IB").Zero(2).Empty().Zero().Text(Status)
            .Zero(3);
        OrderStateData.Unset(frame.Zero(), 1).Zero().Int(1).Zero().Empty().Decimal(FilledQuantity).Int(int.MaxValue).Zero()
            .Text("Not an insider or substantial shareholder").Zero(2).Long(long.MaxValue)
            .Text(CompletedTime).Text(CompletedStatus).Empty(5);
    }
}
