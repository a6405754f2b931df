namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>A scenario that is drawn.</summary>
internal sealed record ModelView(string Name, string Source);
