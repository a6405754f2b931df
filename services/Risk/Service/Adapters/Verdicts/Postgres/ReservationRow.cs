using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Service.Adapters.Verdicts.Postgres;

internal sealed record ReservationRow
{
    public string ClearanceId { get; init; } = "";

    public string DecisionId { get; init; } = "";

    public string PairId { get; init; } = "";

    public string Intent { get; init; } = "";

    public string Legs { get; init; } = "";

    public DateTimeOffset ReservedAt { get; init; }

    public static ReservationRow Of(Reservation reservation) => new()
    {
        ClearanceId = reservation.Clearance.Value,
        DecisionId = reservation.Decision.Value,
        PairId = reservation.PairId,
        Intent = reservation.Intent.ToString(),
        Legs = StoredJson.Write<StoredLeg>([.. reservation.Legs.Select(StoredLeg.Of)]),
        ReservedAt = reservation.At,
    };

    public Reservation ToReservation() => new(
        new ClearanceId(ClearanceId),
        new DecisionId(DecisionId),
        PairId,
        Enum.Parse<TradeIntent>(Intent),
        [.. StoredJson.Read<StoredLeg>(Legs).Select(leg => leg.ToLeg())],
        ReservedAt);

    internal sealed record StoredLeg(int Number, string Instrument, string Side, decimal Remaining)
    {
        public static StoredLeg Of(ReservedLeg leg) => new(leg.Number, leg.Instrument.ToString(), leg.Side.ToString(), leg.Remaining);

        public ReservedLeg ToLeg() => new(Number, InstrumentId.Parse(Instrument), Enum.Parse<Side>(Side), Remaining);
    }
}
