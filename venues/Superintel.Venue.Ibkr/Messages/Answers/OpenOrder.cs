using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>An order as TWS has it. 136 fields for a plain stock order at version 176.</summary>
/// <param name="OrderId">Of the client that placed it; 0: placed by hand.</param>
/// <param name="PermId">The one name of an order that never changes.</param>
public sealed record OpenOrder(int OrderId, Contract Contract, OrderTerms Terms, int ClientId, long PermId, OrderStateData State)
    : IWireMessage<OpenOrder>
{
    public static int MessageId => 5;

    public static OpenOrder Read(ref FieldReader fields)
    {
        var (id, contract, terms) = (fields.Int(), Contract.ReadAnswer(ref fields), ReadTerms(ref fields));
        var (client, permId) = (fields.Int(), fields.Long());
        terms = terms with { OutsideRegularHours = fields.Flag() };
        fields.Skip(9);
        terms = terms with { GoodTillDate = fields.Text() };
        fields.Skip(17);
        terms = terms with { OcaType = fields.Int() };
        fields.Skip(3);
        terms = terms with { ParentId = fields.Int() };
        fields.Skip(3);
        var neutral = fields.Text().Length > 0;
        fields.Skip(neutral ? 11 : 3);
        terms = terms with { TrailStopPrice = fields.DecimalOrNull(), TrailingPercent = fields.DecimalOrNull() };
        fields.Skip(2);
        OrderExtras.SkipCombinations(ref fields);
        fields.Skip(4);
        OrderExtras.SkipAlgorithm(ref fields);
        fields.Skip();
        terms = terms with { WhatIf = fields.Flag() };
        var state = OrderStateData.Read(ref fields);
        fields.Skip(2);
        // The trailing stop's price comes a second time, and that one counts, unless conditions or a peg stand before it.
        if (terms.OrderType != "PEG BENCH" && fields.Int() == 0)
        {
            fields.Skip(2);
            terms = terms with { TrailStopPrice = fields.DecimalOrNull() };
        }
        return new OpenOrder(id, contract, terms, client, permId, state);
    }

    public void Write(FrameWriter frame)
    {
        WriteTerms(Contract.WriteAnswer(frame.Int(OrderId)), Terms).Int(ClientId).Long(PermId)
            .Flag(Terms.OutsideRegularHours).Zero(2).Empty(7).Text(Terms.GoodTillDate)
            .Empty(3).Zero().Empty().Int(-1).Zero().Empty(6).Zero(3).Empty().Int(Terms.OcaType).Zero(2).Empty().Int(Terms.ParentId)
            .Zero().Empty().Zero().Text("None").Empty().Zero().Empty(3).Text("?").Zero(2).Empty().Zero(2)
            .Decimal(Terms.TrailStopPrice).Decimal(Terms.TrailingPercent)
            .Empty(3).Zero(3).Empty(4).Zero().Empty().Text("IB").Zero(2).Empty().Zero().Flag(Terms.WhatIf);
        State.Write(frame);
        OrderStateData.OrUnset(OrderStateData.Unset(frame.Zero(3).Text("None"), 1), Terms.TrailStopPrice);
        OrderStateData.Unset(frame, 4).Zero().Empty(3).Zero(5).Int(int.MaxValue).Int(int.MaxValue).Zero()
            .Int(int.MaxValue).Int(int.MaxValue);
        OrderStateData.Unset(frame, 3);
    }

    internal static OrderTerms ReadTerms(ref FieldReader fields)
    {
        var terms = new OrderTerms
        {
            Action = fields.Text(),
            Quantity = fields.Amount(),
            OrderType = fields.Text(),
            LimitPrice = fields.DecimalOrNull(),
            AuxPrice = fields.DecimalOrNull(),
            TimeInForce = fields.Text(),
            OcaGroup = fields.Text(),
            Account = fields.Text(),
        };
        fields.Skip(2);
        return terms with { OrderRef = fields.Text() };
    }

    internal static FrameWriter WriteTerms(FrameWriter frame, OrderTerms terms) => frame
        .Text(terms.Action).Decimal(terms.Quantity).Text(terms.OrderType).Decimal(terms.LimitPrice ?? 0m).Decimal(terms.AuxPrice ?? 0m)
        .Text(terms.TimeInForce).Text(terms.OcaGroup).Text(terms.Account).Empty().Zero().Text(terms.OrderRef);
}
