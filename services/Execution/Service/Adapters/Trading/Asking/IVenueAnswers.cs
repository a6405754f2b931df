using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>What the venues on the wire have answered outside of the turn, for who asks inside of it.</summary>
internal interface IVenueAnswers
{
    /// <returns><see cref="QueryOutcome.Asked"/> when there is no answer yet: the question is noted.</returns>
    QueryOutcome Query(string venue, OrderReference order);

    /// <exception cref="BrokerUnavailableException">The venue could not be asked, or has not been: then the question is noted.</exception>
    BrokerSnapshot Book(string venue);

    /// <returns>The smallest quantity that it trades; zero: the venue could not say, or has not been asked: then the question is
    /// noted.</returns>
    decimal Least(string venue, InstrumentId instrument);

    /// <summary>Sent once what is done here is stored.</summary>
    void Cancel(string venue, OrderReference order);
}
