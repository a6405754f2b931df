namespace Superintel.Feed;

/// <summary>The feed could not be built. The message says what failed and what to do about it.</summary>
public sealed class FeedException : Exception
{
    public FeedException(string message)
        : base(message)
    {
    }

    public FeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public FeedException()
        : base("The feed could not be built.")
    {
    }
}
