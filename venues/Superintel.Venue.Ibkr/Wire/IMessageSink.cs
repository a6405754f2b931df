namespace Superintel.Venue.Ibkr.Wire;

/// <summary>Takes decoded messages. Generic so that the frequent small ones travel as values.</summary>
public interface IMessageSink
{
    void On<T>(in T message)
        where T : IWireMessage<T>;
}
