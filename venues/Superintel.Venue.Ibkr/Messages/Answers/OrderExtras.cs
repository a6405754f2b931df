using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>The parts of an order's description that are there only sometimes, and that this desk skips.</summary>
internal static class OrderExtras
{
    private const int MostLegs = 64;
    private const int MostTags = 256;

    /// <summary>From the combination's description to the delta-neutral contract, in openOrder and completedOrder alike.</summary>
    public static void SkipCombinations(ref FieldReader fields)
    {
        fields.Skip(); // the combination in words
        fields.Skip(8 * fields.Count(MostLegs, 8));
        fields.Skip(fields.Count(MostLegs, 1));
        fields.Skip(2 * fields.Count(MostTags, 2));
        fields.Skip(2);
        if (fields.DecimalOrNull() is > 0m) fields.Skip(7);
        if (fields.Text().Length > 0) fields.Skip();
    }

    /// <summary>The delta-neutral contract and the algorithm.</summary>
    public static void SkipAlgorithm(ref FieldReader fields)
    {
        if (fields.Flag()) fields.Skip(3);
        if (fields.Text().Length > 0) fields.Skip(2 * fields.Count(MostTags, 2));
    }
}
