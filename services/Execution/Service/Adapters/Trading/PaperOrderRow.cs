using System.Text.Json;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>A row of paper_order.</summary>
internal sealed class PaperOrderRow
{
    public string ClientOrderId { get; init; } = "";
    public string VenueOrderId { get; init; } = "";
    public string Venue { get; init; } = "";
    public string Account { get; init; } = "";
    public string InstrumentId { get; init; } = "";
    public string AssetClass { get; init; } = "";
    public decimal LotSize { get; init; }
    public string Side { get; init; } = "";
    public decimal Quantity { get; init; }
    public string Type { get; init; } = "";
    public decimal? LimitPrice { get; init; }
    public string TimeInForce { get; init; } = "";
    public string Currency { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset AcceptedAt { get; init; }
    public int BarsToMiss { get; init; }
    public DateTime? FirstDay { get; init; }
    public string Status { get; init; } = "";
    public decimal NetQuantity { get; init; }
    public string Fills { get; init; } = "[]";
    public DateTimeOffset? QuotedAt { get; init; }
    public decimal? StopPrice { get; init; }
    public decimal? TrailingAmount { get; init; }
    public DateTimeOffset? GoodTillDate { get; init; }
    public decimal? TriggerPrice { get; init; }
    public DateTimeOffset? TriggerAt { get; init; }
    public bool IsTriggered { get; init; }

    public static PaperOrderRow Of(PaperOrder order) => new()
    {
        ClientOrderId = order.Ticket.ClientOrderId.Value,
        VenueOrderId = order.VenueOrderId,
        Venue = order.Ticket.Venue,
        Account = order.Ticket.Account,
        InstrumentId = order.Ticket.Instrument.ToString(),
        AssetClass = order.Ticket.AssetClass.ToString(),
        LotSize = order.Ticket.LotSize,
        Side = order.Ticket.Side.ToString(),
        Quantity = order.Ticket.Quantity.Value,
        Type = order.Ticket.Type.ToString(),
        LimitPrice = order.Ticket.LimitPrice,
        TimeInForce = order.Ticket.TimeInForce.ToString(),
        Currency = order.Ticket.Currency.Code,
        CreatedAt = order.Ticket.CreatedAt,
        AcceptedAt = order.AcceptedAt,
        BarsToMiss = order.BarsToMiss,
        FirstDay = order.FirstDay?.ToDateTime(TimeOnly.MinValue),
        Status = order.Status.ToString(),
        NetQuantity = order.NetQuantity,
        Fills = JsonSerializer.Serialize(order.Fills.Select(PaperFillJson.Of)),
        QuotedAt = order.QuotedAt,
        StopPrice = order.Ticket.StopPrice,
        TrailingAmount = order.Ticket.TrailingAmount,
        GoodTillDate = order.Ticket.GoodTillDate,
        TriggerPrice = order.Trigger?.Stop,
        TriggerAt = order.Trigger?.At,
        IsTriggered = order.Trigger is { IsTriggered: true },
    };

    public PaperOrder ToOrder()
    {
        var id = new ClientOrderId(ClientOrderId);
        var ticket = new OrderTicket(
            Venue, Account, id, Kernel.InstrumentId.Parse(InstrumentId), Enum.Parse<AssetClass>(AssetClass), LotSize,
            Enum.Parse<Side>(Side),
            new Quantity(Quantity), Enum.Parse<OrderType>(Type), LimitPrice, Enum.Parse<TimeInForce>(TimeInForce), new Currency(Currency),
            CreatedAt)
        {
            StopPrice = StopPrice, TrailingAmount = TrailingAmount, GoodTillDate = GoodTillDate,
        };
        var fills = JsonSerializer.Deserialize<PaperFillJson[]>(Fills) ?? [];
        return new PaperOrder(
            ticket, VenueOrderId, AcceptedAt, BarsToMiss, FirstDay is { } day ? DateOnly.FromDateTime(day) : null,
            Enum.Parse<BrokerOrderStatus>(Status), [.. fills.Select(fill => fill.ToFill(id))])
        {
            QuotedAt = QuotedAt,
            Trigger = PaperTrigger.Of(ticket) is null ? null : new PaperTrigger(TriggerPrice, TriggerAt, IsTriggered),
        };
    }
}
