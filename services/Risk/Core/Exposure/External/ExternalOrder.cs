using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Exposure.External;

/// <summary>An order at a venue that this desk did not send. It may fill at any moment, in part or not at all.</summary>
/// <param name="Id">Execution's name for it.</param>
/// <param name="Leaves">Units that may still trade, never negative; zero when it is over.</param>
/// <param name="Version">Counts its changes: an older one changes nothing.</param>
public sealed record ExternalOrder(
    string Id, string Venue, string Account, InstrumentId Instrument, Side Side, decimal Leaves, int Version)
{
    public decimal SignedLeaves => Side.Sign() * Leaves;

    /// <exception cref="InvalidDataException">The event breaks its contract.</exception>
    public static ExternalOrder From(ExternalOrderChanged told) => new(
        told.ExternalOrderId,
        told.Venue,
        told.Account,
        InstrumentId.Parse(told.InstrumentId),
        told.Side switch
        {
            "buy" => Side.Buy,
            "sell" => Side.Sell,
            _ => throw new InvalidDataException($"{told.EventId} has the side '{told.Side}'."),
        },
        told.LeavesQuantity >= 0m
            ? told.LeavesQuantity
            : throw new InvalidDataException($"{told.EventId} leaves {told.LeavesQuantity}."),
        told.Version);
}
