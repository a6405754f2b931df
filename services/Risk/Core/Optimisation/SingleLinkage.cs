namespace Superintel.Risk.Optimisation;

/// <summary>Hierarchical clustering by the nearest members.</summary>
/// <remarks>Prim's minimum spanning tree, its edges sorted, merged by union-find: Mullner (2011), Modern hierarchical, agglomerative
/// clustering algorithms. Clusters are numbered as in SciPy: the smaller number is the left branch.</remarks>
internal static class SingleLinkage
{
    /// <param name="distances">Row-major, size x size, symmetric.</param>
    /// <returns>The leaves from left to right.</returns>
    public static int[] LeafOrder(double[] distances, int size)
    {
        var merges = Merges(Tree(distances, size), size);
        var leaves = new List<int>();
        var stack = new Stack<int>();
        stack.Push((2 * size) - 2);
        while (stack.TryPop(out var node))
        {
            if (node < size) leaves.Add(node);
            else
            {
                stack.Push(merges[node - size].Right);
                stack.Push(merges[node - size].Left);
            }
        }
        return [.. leaves];
    }

    private static (int A, int B, double Distance)[] Tree(double[] distances, int size)
    {
        var (nearest, from, inside) = (new double[size], new int[size], new bool[size]);
        Array.Fill(nearest, double.PositiveInfinity);
        var edges = new List<(int A, int B, double Distance)>();
        var current = 0;
        for (var step = 1; step < size; step++)
        {
            inside[current] = true;
            var next = -1;
            for (var i = 0; i < size; i++)
            {
                if (inside[i]) continue;
                if (distances[(current * size) + i] < nearest[i]) (nearest[i], from[i]) = (distances[(current * size) + i], current);
                if (next < 0 || nearest[i] < nearest[next]) next = i;
            }
            edges.Add((from[next], next, nearest[next]));
            current = next;
        }
        return [.. edges.OrderBy(edge => edge.Distance)];
    }

    private static (int Left, int Right)[] Merges((int A, int B, double Distance)[] edges, int size)
    {
        var parent = Enumerable.Range(0, (2 * size) - 1).ToArray();
        int Root(int node)
        {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        }
        var merges = new (int Left, int Right)[size - 1];
        for (var k = 0; k < merges.Length; k++)
        {
            var (a, b) = (Root(edges[k].A), Root(edges[k].B));
            merges[k] = (Math.Min(a, b), Math.Max(a, b));
            parent[a] = parent[b] = size + k;
        }
        return merges;
    }
}
