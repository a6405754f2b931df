using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of trade_order.</summary>
internal sealed class OrderRow
{
    public long Sequence { get; init; }
    public string ClientOrderId { get; init; } = "";
    public string DecisionId { get; init; } = "";
    public string ClearanceId { get; init; } = "";
    public string PairId { get; init; } = "";
    public int Leg { get; init; }
    public int Attempt { get; init; }
    public string Purpose { get; init; } = "";
    public string Venue { get; init; } = "";
    public string Account { get; init; } = "";
    public string InstrumentId { get; init; } = "";
    public string AssetClass { get; init; } = "";
    public decimal LotSize { get; init; }
    public string Side { get; init; } = "";
    public decimal Quantity { get; init; }
    public decimal ReferencePrice { get; init; }
    public string Currency { get; init; } = "";
    public string Type { get; init; } = "";
    public decimal? LimitPrice { get; init; }
    public string TimeInForce { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public string State { get; init; } = "";
    public string? VenueOrderId { get; init; }
    public decimal CumulativeQuantity { get; init; }
    public decimal FilledValue { get; init; }
    public decimal FeeQuantity { get; init; }
    /// <summary>Currency to amount, as a JSON object.</summary>
    public string Commissions { get; init; } = "{}";
    public bool Acknowledged { get; init; }
    public bool CancelSent { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string Text { get; init; } = "";
    public bool Confirmed { get; init; }
    public DateTimeOffset? UnknownSince { get; init; }
    public DateTimeOffset? UnansweredSince { get; init; }
    public bool UnansweredTold { get; init; }
    public int Tries { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public bool Contradicted { get; init; }

    public static OrderRow Of(Order order) => new()
    {
        ClientOrderId = order.Intent.ClientOrderId.Value,
        DecisionId = order.Intent.DecisionId.Value,
        ClearanceId = order.Intent.ClearanceId.Value,
        PairId = order.Intent.PairId.ToString(),
        Leg = order.Intent.Leg,
        Attempt = order.Intent.Attempt,
        Purpose = order.Intent.Purpose.ToString(),
        Venue = order.Intent.Venue,
        Account = order.Intent.Account,
        InstrumentId = order.Intent.Instrument.ToString(),
        AssetClass = order.Intent.AssetClass.ToString(),
        LotSize = order.Intent.LotSize,
        Side = order.Intent.Side.ToString(),
        Quantity = order.Intent.Quantity.Value,
        ReferencePrice = order.Intent.ReferencePrice,
        Currency = order.Intent.Currency.Code,
        Type = order.Intent.Type.ToString(),
        LimitPrice = order.Intent.LimitPrice,
        TimeInForce = order.Intent.TimeInForce.ToString(),
        CreatedAt = order.Intent.CreatedAt,
        State = order.State.ToString(),
        VenueOrderId = order.Progress.VenueOrderId,
        CumulativeQuantity = order.Progress.CumulativeQuantity,
        FilledValue = order.Progress.FilledValue,
        FeeQuantity = order.Progress.FeeQuantity,
        Commissions = CommissionsJson.Write(order.Progress.Commissions),
        Acknowledged = order.Progress.Acknowledged,
        CancelSent = order.Progress.CancelSent,
        ClosedAt = order.Progress.ClosedAt,
        Text = order.Progress.Text,
        Confirmed = order.Progress.Confirmed,
        UnknownSince = order.Progress.UnknownSince,
        UnansweredSince = order.Progress.UnansweredSince,
        UnansweredTold = order.Progress.UnansweredTold,
        Tries = order.Progress.Tries,
        NotBefore = order.Progress.NotBefore,
        Contradicted = order.Progress.Contradicted,
    };

    public ListedOrder ToListed() => new(Sequence, ToOrder());

    public Order ToOrder() => Order.Stored(
        new OrderIntent(
            new ClientOrderId(ClientOrderId), new DecisionId(DecisionId), new ClearanceId(ClearanceId), Kernel.PairId.Parse(PairId), Leg,
            Attempt, Enum.Parse<OrderPurpose>(Purpose), Venue, Account, Kernel.InstrumentId.Parse(InstrumentId),
            Enum.Parse<AssetClass>(AssetClass), LotSize,
            Enum.Parse<Side>(Side), new Quantity(Quantity), ReferencePrice, new Currency(Currency), Enum.Parse<OrderType>(Type), LimitPrice,
            Enum.Parse<TimeInForce>(TimeInForce), CreatedAt),
        new OrderProgress(
            Enum.Parse<OrderState>(State), VenueOrderId, CumulativeQuantity, FilledValue, CommissionsJson.Read(Commissions),
            Acknowledged, CancelSent, ClosedAt, Text)
        {
            FeeQuantity = FeeQuantity,
            Confirmed = Confirmed,
            UnknownSince = UnknownSince,
            UnansweredSince = UnansweredSince,
            UnansweredTold = UnansweredTold,
            Tries = Tries,
            NotBefore = NotBefore,
            Contradicted = Contradicted,
        });
}
