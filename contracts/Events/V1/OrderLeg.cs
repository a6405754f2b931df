namespace Superintel.Contracts.Events.V1;

/// <summary>One leg of a proposal, a clearance or an order. Leg 0 is the pair's A, leg 1 its B; a hedge has leg 0 alone.</summary>
/// <param name="Side">buy or sell.</param>
/// <param name="Quantity">Units, a whole number of lots, above zero.</param>
/// <param name="ReferencePrice">Price the sizing used, quote currency.</param>
/// <param name="Currency">Quote currency, ISO 4217.</param>
public sealed record OrderLeg(int Leg, string InstrumentId, string Side, decimal Quantity, decimal ReferencePrice, string Currency);
