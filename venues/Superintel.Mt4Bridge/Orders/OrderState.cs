namespace Superintel.Mt4Bridge.Orders;

/// <summary>The contract's states.</summary>
internal static class OrderState
{
    public const string New = "NEW";
    public const string Working = "WORKING";
    public const string Filled = "FILLED";
    public const string Cancelled = "CANCELLED";
    public const string Rejected = "REJECTED";

    /// <summary>Refused for a reason that passes: over, until the same order comes again.</summary>
    public const string Deferred = "DEFERRED";

    public const string Expired = "EXPIRED";
    public const string Unknown = "UNKNOWN";

    public static bool IsOver(string state) => state is Filled or Cancelled or Rejected or Deferred or Expired;

    /// <summary>A ticket outweighs whatever was believed before, except that a fill is for ever.</summary>
    public static bool MayFollow(string before, string after) => before switch
    {
        Filled => false,
        Cancelled or Expired => after == Filled,
        _ => before != after,
    };
}
