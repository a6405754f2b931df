namespace Superintel.Risk.Service.Endpoints.WhatIf;

/// <param name="Leg">0 for the pair's A, 1 for its B.</param>
/// <param name="Side">buy or sell.</param>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="ReferencePrice">Quote currency per unit; the last close when it is not given.</param>
public sealed record WhatIfLeg(int Leg, string Side, decimal Quantity, decimal? ReferencePrice = null);
