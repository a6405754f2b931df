using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of external_order.</summary>
internal sealed class ExternalOrderRow
{
    public long Sequence { get; init; }

    public string Id { get; init; } = "";

    public string Venue { get; init; } = "";

    public string Account { get; init; } = "";

    public string VenueOrderId { get; init; } = "";

    public string Name { get; init; } = "";

    public string InstrumentId { get; init; } = "";

    public string Side { get; init; } = "";

    public decimal Quantity { get; init; }

    public decimal FilledQuantity { get; init; }

    public string State { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public int Version { get; init; }

    public DateTimeOffset? MissingSince { get; init; }

    public static ExternalOrderRow Of(ExternalOrder order) => new()
    {
        Id = order.Id.Value,
        Venue = order.Venue,
        Account = order.Account,
        VenueOrderId = order.VenueOrderId,
        Name = order.Name.Value,
        InstrumentId = order.Instrument.ToString(),
        Side = order.Side.ToString(),
        Quantity = order.Quantity.Value,
        FilledQuantity = order.FilledQuantity,
        State = order.State.ToString(),
        Text = order.Text,
        FirstSeenAt = order.FirstSeenAt,
        EndedAt = order.EndedAt,
        AcknowledgedBy = order.AcknowledgedBy,
        AcknowledgedAt = order.AcknowledgedAt,
        Version = order.Version,
        MissingSince = order.MissingSince,
    };

    public ListedExternalOrder ToListed() => new(Sequence, ToOrder());

    public ExternalOrder ToOrder() => new(
        Venue, Account, VenueOrderId, new ClientOrderId(Name), Kernel.InstrumentId.Parse(InstrumentId), Enum.Parse<Side>(Side),
        new Quantity(Quantity), FilledQuantity, Status(Enum.Parse<OrderState>(State)), Text, FirstSeenAt, EndedAt, AcknowledgedBy,
        AcknowledgedAt, Version)
    {
        MissingSince = MissingSince,
    };

    private static ExternalStatus Status(OrderState state) => state switch
    {
        OrderState.Accepted or OrderState.PartiallyFilled => ExternalStatus.Working,
        OrderState.Filled => ExternalStatus.Filled,
        OrderState.Canceled => ExternalStatus.Canceled,
        OrderState.Rejected => ExternalStatus.Rejected,
        OrderState.Expired => ExternalStatus.Expired,
        OrderState.Unknown => ExternalStatus.Gone,
        _ => throw new InvalidDataException($"An external order cannot be {state}."),
    };
}
