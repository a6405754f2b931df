using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Hosting;

/// <summary>A fleet with its ports, secrets and commands settled: ready to run.</summary>
public sealed record FleetPlan(IReadOnlyList<Part> Parts, FleetUrls Urls);
