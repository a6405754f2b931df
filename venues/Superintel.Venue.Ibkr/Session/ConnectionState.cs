namespace Superintel.Venue.Ibkr.Session;

/// <summary>How far one's words reach.</summary>
public enum ConnectionState
{
    /// <summary>No socket, or one that is not ready.</summary>
    Down = 0,

    /// <summary>A socket to a gateway that lost IB: nothing is sent.</summary>
    VenueLost,

    /// <summary>A probe was answered.</summary>
    Ready,
}
