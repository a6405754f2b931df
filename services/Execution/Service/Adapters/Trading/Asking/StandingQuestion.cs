using Superintel.Execution.Trading;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>What stands of an order's question: the answer that nobody has taken yet, and when it may be asked again.</summary>
/// <remarks>Its times are since the service began: a machine whose clock is set back must not wait for the length of the jump.</remarks>
/// <param name="IsAsked">It is on its way.</param>
/// <param name="Tries">Answers in a row that said nothing.</param>
/// <param name="WantedAt">When somebody last wanted to know.</param>
internal sealed record StandingQuestion(
    string Venue,
    bool IsAsked,
    int Tries,
    TimeSpan NotBefore,
    TimeSpan WantedAt,
    QueryOutcome? Answer,
    TimeSpan AnsweredAt)
{
    public static StandingQuestion New(string venue, TimeSpan now) => new(venue, false, 0, now, now, null, now);
}
