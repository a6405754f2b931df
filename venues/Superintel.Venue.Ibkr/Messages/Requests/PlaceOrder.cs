using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>
/// A new order, or the change of a working one when its id is used again. 115 fields at version 176, of which those that this desk does not
/// use carry what IB's own client sends when nobody set them.
/// </summary>
/// <param name="Transmit">False keeps it in TWS: all of a bracket but its last order.</param>
public sealed record PlaceOrder(int OrderId, Contract Contract, OrderTerms Terms, bool Transmit = true) : IWireMessage<PlaceOrder>
{
    private const int MostAlgorithmTags = 64;

    public static int MessageId => 3;

    public static PlaceOrder Read(ref FieldReader fields)
    {
        var (id, contract) = (fields.Int(), Contract.ReadRequest(ref fields));
        fields.Skip(2);
        if (contract.SecurityType == "BAG") fields.Fail(WireFault.Unsupported);
        var terms = new OrderTerms
        {
            Action = fields.Text(),
            Quantity = fields.Decimal(),
            OrderType = fields.Text(),
            LimitPrice = fields.DecimalOrNull(),
            AuxPrice = fields.DecimalOrNull(),
            TimeInForce = fields.Text(),
            OcaGroup = fields.Text(),
            Account = fields.Text(),
        };
        fields.Skip(2);
        var (reference, transmit, parent) = (fields.Text(), fields.Flag(), fields.Int());
        terms = terms with { OrderRef = reference, ParentId = parent };
        fields.Skip(4);
        terms = terms with { OutsideRegularHours = fields.Flag() };
        fields.Skip(4);
        terms = terms with { GoodTillDate = fields.Text() };
        fields.Skip(8);
        terms = terms with { OcaType = fields.Int() };
        return new PlaceOrder(id, contract, ReadRest(ref fields, terms), transmit);
    }

    public void Write(FrameWriter frame)
    {
        Contract.WriteRequest(frame.Int(OrderId)).Empty(2)
            .Text(Terms.Action).Decimal(Terms.Quantity).Text(Terms.OrderType).Decimal(Terms.LimitPrice).Decimal(Terms.AuxPrice)
            .Text(Terms.TimeInForce).Text(Terms.OcaGroup).Text(Terms.Account)
            .Empty().Zero().Text(Terms.OrderRef).Flag(Transmit).Int(Terms.ParentId)
            .Zero(4).Flag(Terms.OutsideRegularHours).Zero().Empty().Zero().Empty()
            .Text(Terms.GoodTillDate).Empty(5).Zero().Empty().Int(-1).Int(Terms.OcaType)
            .Empty(2).Zero().Empty(2).Zero(2).Empty().Zero().Empty(5).Zero().Empty(4).Zero().Empty()
            .Decimal(Terms.TrailStopPrice).Decimal(Terms.TrailingPercent);
        WriteRest(frame);
    }

    // From the scale's sizes on: 69 and 70 were the last that this desk sets, but for whatIf.
    private void WriteRest(FrameWriter frame)
    {
        frame.Empty(7).Zero().Empty(2).Zero(2).Empty(2).Flag(Terms.WhatIf).Empty().Zero(4).Empty();
        for (var i = 0; i < 5; i++) frame.Raw("1.7976931348623157E+308"u8);
        frame.Zero().Empty(8).Zero(3).Empty().Int(int.MaxValue).Int(int.MaxValue).Zero().Empty(2);
    }

    private static OrderTerms ReadRest(ref FieldReader fields, OrderTerms terms)
    {
        fields.Skip(17); // rule80A .. volatilityType
        if (fields.Text() is { Length: > 0 } neutral && neutral != "None") fields.Fail(WireFault.Unsupported);
        fields.Skip(3);
        terms = terms with { TrailStopPrice = fields.DecimalOrNull(), TrailingPercent = fields.DecimalOrNull() };
        fields.Skip(2);
        if (fields.DecimalOrNull() is > 0m) fields.Fail(WireFault.Unsupported);
        fields.Skip(3);
        if (fields.Text().Length > 0) fields.Fail(WireFault.Unsupported);
        fields.Skip(4);
        if (fields.Flag()) fields.Fail(WireFault.Unsupported);
        if (fields.Text().Length > 0) fields.Skip(2 * fields.Count(MostAlgorithmTags, 2));
        fields.Skip();
        return terms with { WhatIf = fields.Flag() };
    }
}
