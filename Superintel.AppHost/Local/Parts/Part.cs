namespace Superintel.AppHost.Local.Parts;

/// <summary>One server or service of the fleet as a process of this machine.</summary>
/// <param name="Name">Unique in the fleet; also the name of its log file.</param>
/// <param name="Launch">How to start it.</param>
/// <param name="Probe">Answers whether it is ready to serve.</param>
public sealed record Part(string Name, Launch Launch, IProbe Probe)
{
    /// <summary>Names of the parts that must be healthy before this one is started.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where it can be reached: a URL, or host:port for what speaks no HTTP.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether the fleet counts as ready only when this part is healthy.</summary>
    public bool Required { get; init; } = true;

    /// <summary>What the kernel sends it when the host dies: a server gets TERM to close its files, a service KILL.</summary>
    public string DeathSignal { get; init; } = "KILL";

    /// <summary>Done once per start between the first successful probe and being called healthy.</summary>
    public Func<CancellationToken, Task>? Prepare { get; init; }

    /// <summary>How long it may take to end after TERM before it is killed. Default 20 s.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>When and how fast it is started again after a crash.</summary>
    public RestartPolicy Restart { get; init; } = new();
}
