namespace Superintel.AppHost.Local.Hosting;

public sealed record HostOptions
{
    /// <summary>How long the whole fleet may take to become ready. Default 180 s.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>How long what an earlier, killed host left behind may take to end. Default 15 s.</summary>
    public TimeSpan LeftoversEndWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether another process shows the person what this one says, and prints the addresses itself.</summary>
    public bool Detached { get; init; }
}
