namespace Superintel.Prediction.Analytics.Clustering;

/// <summary>Points in the order in which a growing cluster takes them in; valleys of the reachability are clusters.</summary>
/// <param name="Order">Positions of the points.</param>
/// <param name="Reachability">Per point, not in that order: distance at which the ones before reach it; infinite for the first of each
/// island.</param>
/// <param name="CoreDistances">Per point: radius at which its surroundings are dense.</param>
public sealed record ReachabilityPlot(int[] Order, double[] Reachability, double[] CoreDistances)
{
    /// <summary>The clusters that DBSCAN would find at a radius, up to points on their borders.</summary>
    /// <param name="radius">Greatest distance of a neighbour.</param>
    /// <returns>One label per point, -1 for noise.</returns>
    public int[] CutAt(double radius)
    {
        int[] labels = new int[Order.Length];
        int cluster = -1;
        foreach (int point in Order)
        {
            bool far = Reachability[point] > radius;
            bool dense = CoreDistances[point] <= radius;
            cluster += far && dense ? 1 : 0;
            labels[point] = far && !dense ? DensityClusters.Noise : cluster;
        }

        return labels;
    }
}
