namespace Superintel.Risk.Stress;

/// <summary>A scenario applied to a book.</summary>
public static class StressBook
{
    /// <summary>Largest multiple of a scenario that is searched.</summary>
    public const double LargestMultiple = 100;

    /// <summary>What the book loses, in the base currency: above zero is a loss.</summary>
    /// <remarks>Instant and linear: value times return, no hedging, conversion at today's rates.</remarks>
    public static decimal Loss(ReadOnlySpan<StressedPosition> book, StressScenario scenario)
    {
        var loss = 0m;
        foreach (var position in book) loss -= position.Value * (decimal)scenario.Shock(position.Instrument);
        return loss;
    }

    /// <summary>Reverse stress: the smallest multiple of a scenario at which the book loses as much as a limit.</summary>
    /// <param name="limit">In the base currency, above zero.</param>
    /// <returns>In (0, <see cref="LargestMultiple"/>], to a millionth; null when no multiple up to there loses as much.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit that is not above zero.</exception>
    /// <remarks>
    /// The loss need not grow with the multiple, since prices stop at zero: the first of steps of a hundredth is found, then halved.
    /// </remarks>
    public static double? BreakingMultiple(ReadOnlySpan<StressedPosition> book, StressScenario scenario, decimal limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        for (var step = 1; step <= LargestMultiple * 100; step++)
        {
            if (Loss(book, scenario.Scaled(step / 100.0)) < limit) continue;
            var (holds, breaks) = ((step - 1) / 100.0, step / 100.0);
            while (breaks - holds > 1e-6)
            {
                var middle = (holds + breaks) / 2;
                if (Loss(book, scenario.Scaled(middle)) < limit) holds = middle;
                else breaks = middle;
            }
            return breaks;
        }
        return null;
    }
}
