namespace Superintel.Simulation.Parity;

/// <summary>Lays the orders of both sides against each other. Equal decisions have equal ids.</summary>
public static class Comparison
{
    public static ParityReport Of(FleetRecord fleet, IReadOnlyList<FleetOrder> simulated)
    {
        var byId = simulated.ToDictionary(order => order.ClientOrderId, StringComparer.Ordinal);
        var differences = new List<ParityDifference>();
        var matched = 0;
        foreach (var order in fleet.Orders)
        {
            if (!byId.Remove(order.ClientOrderId, out var twin))
            {
                differences.Add(Difference(fleet, order, "fleet", "only in the fleet"));
                continue;
            }
            var details = order.DifferencesFrom(twin).ToArray();
            if (details.Length == 0) matched++;
            else differences.Add(Difference(fleet, order, "both", string.Join("; ", details)));
        }
        differences.AddRange(byId.Values.Select(order => Difference(fleet, order, "simulation", "only in the simulation")));
        return new ParityReport(
            fleet.From,
            fleet.Position,
            fleet.Orders.Count,
            simulated.Count,
            matched,
            fleet.Interventions,
            [.. differences.OrderBy(d => d.SubmittedAt).ThenBy(d => d.ClientOrderId, StringComparer.Ordinal)]);
    }

    private static ParityDifference Difference(FleetRecord fleet, FleetOrder order, string where, string detail)
    {
        var before = fleet.Interventions.LastOrDefault(intervention => intervention.At <= order.SubmittedAt);
        return new ParityDifference(
            order.ClientOrderId, order.DecisionId, order.SubmittedAt, where, detail,
            before is null ? ParityDifference.Unexplained : $"after {before.At:u}: {before.What}");
    }
}
