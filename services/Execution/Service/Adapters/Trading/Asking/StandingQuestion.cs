using Superintel.Execution.Trading;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>What stands of an order's question: the answer that nobody has taken yet, and when it may be asked again.</summary>
/// <param name="IsAsked">It is on its way.</param>
/// <param name="Tries">Answers in a row that said nothing.</param>
/// <param name="WantedAt">When somebody last wanted to know.</param>
internal sealed record StandingQuestion(
    string Venue,
    bool IsAsked,
    int Tries,
    DateTimeOffset NotBefore,
    DateTimeOffset WantedAt,
    QueryOutcome? Answer,
    DateTimeOffset AnsweredAt)
{
    public static StandingQuestion New(string venue, DateTimeOffset now) => new(venue, false, 0, now, now, null, now);
}
