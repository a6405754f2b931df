namespace Superintel.Mt4Bridge;

/// <summary>Where the bridge keeps its journal, and how long and how much it waits for.</summary>
internal sealed record BridgeOptions
{
    /// <summary>Holds the journal; one bridge at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>How long an order waits for the terminal to ask. Then it is withdrawn: it never left. Default 3 s.</summary>
    public TimeSpan HandWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a client waits for what the terminal did; then nobody knows. Default 5 s: with the above below its 10 s.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a word from it the terminal is offline. Default 5 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a leg behind the first waits when it was refused for a reason that passes; three times at most. Default
    /// 1 s.</summary>
    public TimeSpan LegPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the terminal is asked to look for an order without an answer. Default 1 s.</summary>
    public TimeSpan SeekEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long two tickets that did not close each other are left alone, then twice as long each time. Default 5 s.</summary>
    public TimeSpan NetEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Commands that may wait at once; a terminal does one at a time. Default 32.</summary>
    public int MostWaiting { get; init; } = 32;

    /// <summary>Orders of one journal; then a person begins a new one. Default 200,000.</summary>
    public int MostOrders { get; init; } = 200_000;

    /// <summary>Events of one answer. Default 500.</summary>
    public int MostEvents { get; init; } = 500;
}
