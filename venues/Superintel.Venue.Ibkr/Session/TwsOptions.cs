namespace Superintel.Venue.Ibkr.Session;

/// <summary>How to reach a TWS or an IB Gateway.</summary>
public sealed record TwsOptions
{
    private static readonly int[] LivePorts = [4001, 7496];

    public string Host { get; init; } = "127.0.0.1";

    /// <summary>4002: IB Gateway, paper (default). 7497: TWS, paper. 4001 and 7496 are live and refused unless confirmed twice.</summary>
    public int Port { get; init; } = 4002;

    /// <summary>Must stay the same across restarts: only the client that placed an order may cancel it.</summary>
    public int ClientId { get; init; } = 7;

    /// <summary>The account that orders are for.</summary>
    public string Account { get; init; } = "";

    /// <summary>The first word for trading real money.</summary>
    public bool Live { get; init; }

    /// <summary>The second word: the live account's number again.</summary>
    public string ConfirmLiveAccount { get; init; } = "";

    /// <summary>From the greeting to the first order id. A gateway that waits for a login accepts connections and never answers.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Of all connections of this client; TWS drops one that sends more than 50.</summary>
    public int MessagesPerSecond { get; init; } = 45;

    /// <summary>A gateway that says nothing for so long is asked for its time; one that does not answer is gone. Default 15 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a gateway may be without IB (1100) before the session is given up. Default 5 min.</summary>
    public TimeSpan VenueLostLimit { get; init; } = TimeSpan.FromMinutes(5);

    public bool IsConfirmedLive => Live && Account.Length > 0 && ConfirmLiveAccount == Account;

    /// <summary>Whether a login with real money listens there, as it comes.</summary>
    public static bool IsLivePort(int port) => LivePorts.Contains(port);

    /// <exception cref="ArgumentException">A value that cannot work, or a live port that nobody confirmed twice.</exception>
    public void Validate()
    {
        if (Port is < 1 or > 65535) throw new ArgumentException($"Port {Port} is none.");
        if (ClientId is < 0 or > 32767) throw new ArgumentException($"ClientId {ClientId} is outside 0 to 32767.");
        if (MessagesPerSecond is < 6 or > 50) throw new ArgumentException($"MessagesPerSecond {MessagesPerSecond} is outside 6 to 50.");
        if (Silence <= TimeSpan.Zero) throw new ArgumentException("Silence is above zero.");
        if (VenueLostLimit <= TimeSpan.Zero) throw new ArgumentException("VenueLostLimit is above zero.");
        if (IsLivePort(Port) && !IsConfirmedLive)
        {
            throw new ArgumentException(
                $"Port {Port} trades real money: set Live and repeat the account in ConfirmLiveAccount, or use 4002 or 7497.");
        }
    }

    // Account numbers stay out of logs.
    public override string ToString() => $"{Host}:{Port} client {ClientId}{(IsConfirmedLive ? " live" : "")}";
}
