namespace Superintel.VenueSimulator.Faults;

/// <summary>Where in a conversation a fault happens.</summary>
public enum FaultPoint
{
    /// <summary>An order arrived.</summary>
    Submit = 1,

    /// <summary>A cancel arrived.</summary>
    Cancel = 2,

    /// <summary>An execution is about to be told.</summary>
    Fill = 3,

    /// <summary>Positions are about to be told.</summary>
    Positions = 4,

    /// <summary>Any request arrived.</summary>
    Request = 5,

    /// <summary>A message is about to be sent.</summary>
    Send = 6,

    /// <summary>A stop order is about to trigger.</summary>
    Trigger = 7,

    /// <summary>A market moved, and whoever subscribed to it is about to hear it.</summary>
    Quote = 8,
}
