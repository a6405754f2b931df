using System.Net;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Limits;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;

namespace Superintel.Venue.Binance.Orders;

/// <summary>What an answer of the WebSocket API proves of an order: the same as over REST.</summary>
internal sealed class AnswerJudge(RateGate gate, Redaction redaction)
{
    private const int Good = 200;
    private const int FirstRefusal = 400;

    public static Failure Unknown(string code, string text) => new(FailureKind.OutcomeUnknown, code, 0, text, TimeSpan.Zero);

    /// <param name="name">Of the order that was asked about: another's answer proves nothing of it.</param>
    public Answer<SpotOrder> Of(WebSocketAnswer answer, string symbol, string name)
    {
        gate.Heard(answer.Counts);
        if (answer is { Status: Good, Error: null })
        {
            var parsed = OrderParser.Order(answer.Result.Span);
            if (!parsed.IsValid) return Unknown("unreadable-answer", $"The answer cannot be read: {parsed.Error}.");
            return parsed.Value.ClientOrderId == name && parsed.Value.Symbol == symbol
                ? Answer<SpotOrder>.Of(parsed.Value)
                : Unknown("unreadable-answer", "The answer is about another order.");
        }
        if (answer.Status < FirstRefusal) return Unknown("unreadable-answer", $"An answer of status {answer.Status} with an error.");
        var retryAfter = answer.Error?.RetryAfter ?? TimeSpan.Zero;
        var failure = FailureRules.Of((HttpStatusCode)answer.Status, answer.Error, retryAfter);
        if (failure.Kind == FailureKind.RateLimited) gate.Silence(failure);
        return failure with { Text = redaction.Clean(failure.Text) };
    }
}
