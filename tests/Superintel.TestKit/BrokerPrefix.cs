namespace Superintel.TestKit;

/// <summary>A prefix for queues and exchanges (Messaging:Prefix), so that tests share one broker without seeing each other.</summary>
public static class BrokerPrefix
{
    public static string New() => $"t{Guid.NewGuid():N}.";
}
