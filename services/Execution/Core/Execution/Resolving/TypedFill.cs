using Superintel.Kernel;

namespace Superintel.Execution.Execution.Resolving;

/// <summary>An execution that a person knows of: from a statement, a portal, a confirmation on paper.</summary>
/// <param name="Key">The person's own name for it, such as the statement's number: 1 to 32 letters, digits, dots, dashes and underscores.
/// The same key of the same order is the same execution.</param>
/// <param name="Quantity">Units, whole lots; zero takes back what was entered under that key.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost.</param>
/// <param name="At">When it traded, UTC.</param>
public sealed record TypedFill(string Key, decimal Quantity, decimal Price, Money Commission, DateTimeOffset At)
{
    private const int LongestKey = 32;

    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= LongestKey } && key.All(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-' or '_');

    /// <summary>No venue has names like this.</summary>
    public string ExecutionId(ClientOrderId order) => $"typed-{order}-{Key}";
}
