using System.Diagnostics.Metrics;

namespace Superintel.ServiceDefaults.Telemetry;

/// <summary>What every service counts.</summary>
internal sealed class FleetMeters
{
    public const string Name = "Superintel";

    private readonly Counter<long> published;
    private readonly Counter<long> repeated;
    private readonly Counter<long> died;
    private readonly Histogram<double> handled;

    public FleetMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        published = meter.CreateCounter<long>("superintel.events.published", "{event}", "Events the broker has confirmed");
        repeated = meter.CreateCounter<long>("superintel.events.repeated", "{event}", "Events that the inbox knew already");
        died = meter.CreateCounter<long>("superintel.events.dead", "{event}", "Messages stored as dead");
        handled = meter.CreateHistogram<double>("superintel.events.handling", "s", "Time from taking an event to its commit");
    }

    public void Published(string type) => published.Add(1, new KeyValuePair<string, object?>("type", type));

    public void Died(string type, string code) =>
        died.Add(1, new KeyValuePair<string, object?>("type", type), new KeyValuePair<string, object?>("code", code));

    public void Handled(string type, bool applied, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("type", type);
        if (applied) handled.Record(took.TotalSeconds, tag);
        else repeated.Add(1, tag);
    }
}
