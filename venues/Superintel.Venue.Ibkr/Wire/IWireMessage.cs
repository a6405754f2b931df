namespace Superintel.Venue.Ibkr.Wire;

/// <summary>A typed message that can be read and written; both ends of the wire are in this library, so each can prove the other.</summary>
public interface IWireMessage<TSelf>
    where TSelf : IWireMessage<TSelf>
{
    static abstract int MessageId { get; }

    /// <summary>Reads what follows the message id; faults stay in the reader.</summary>
    static abstract TSelf Read(ref FieldReader fields);

    /// <summary>Writes what follows the message id.</summary>
    void Write(FrameWriter frame);
}
