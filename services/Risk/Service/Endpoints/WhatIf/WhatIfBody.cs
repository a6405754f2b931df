namespace Superintel.Risk.Service.Endpoints.WhatIf;

/// <summary>A trade that somebody thinks of.</summary>
/// <param name="Intent">open or close.</param>
public sealed record WhatIfBody(string PairId, string Intent, IReadOnlyList<WhatIfLeg> Legs);
