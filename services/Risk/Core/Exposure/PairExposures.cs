using System.Collections.Immutable;

namespace Superintel.Risk.Exposure;

/// <summary>The pairs of a book, ordered by id.</summary>
public sealed record PairExposures(ImmutableArray<PairExposure> Values)
{
    public static PairExposures Empty { get; } = new([]);

    public int Count => Values.Length;

    /// <exception cref="KeyNotFoundException">The book has no such pair.</exception>
    public PairExposure this[string pairId] => Find(pairId) ?? throw new KeyNotFoundException($"The book has no pair {pairId}.");

    public PairExposure? Find(string pairId) => Place(pairId) is >= 0 and var place ? Values[place] : null;

    /// <summary>The pairs with this one in the place of the one of its id.</summary>
    public PairExposures With(PairExposure pair)
    {
        var place = Place(pair.PairId);
        return new PairExposures(place >= 0 ? Values.SetItem(place, pair) : Values.Insert(~place, pair));
    }

    // As Array.BinarySearch: the complement of where it belongs when it is not there.
    private int Place(string pairId)
    {
        var (low, high) = (0, Values.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(Values[middle].PairId, pairId);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
