namespace Superintel.Risk.Service.Endpoints.Restricted;

/// <summary>The restricted list.</summary>
public sealed record RestrictedListView(IReadOnlyList<RestrictedView> Instruments);
