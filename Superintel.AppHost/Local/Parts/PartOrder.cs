namespace Superintel.AppHost.Local.Parts;

/// <summary>Orders parts so that each comes after all it references.</summary>
public static class PartOrder
{
    /// <exception cref="ArgumentException">A name twice, an unknown reference or a circle.</exception>
    public static IReadOnlyList<Part> Of(IReadOnlyList<Part> parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (!names.Add(part.Name))
                throw new ArgumentException($"Two parts are called {part.Name}.", nameof(parts));
        }

        foreach (var part in parts)
        {
            var unknown = part.References.FirstOrDefault(reference => !names.Contains(reference));
            if (unknown is not null)
                throw new ArgumentException($"{part.Name} references {unknown}, which is no part of the fleet.", nameof(parts));
        }

        var ordered = new List<Part>(parts.Count);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        while (ordered.Count < parts.Count)
        {
            var next = parts.FirstOrDefault(part => !placed.Contains(part.Name) && part.References.All(placed.Contains));
            if (next is null)
            {
                var circle = string.Join(", ", parts.Where(part => !placed.Contains(part.Name)).Select(part => part.Name));
                throw new ArgumentException($"These parts reference each other in a circle: {circle}.", nameof(parts));
            }

            ordered.Add(next);
            placed.Add(next.Name);
        }

        return ordered;
    }
}
