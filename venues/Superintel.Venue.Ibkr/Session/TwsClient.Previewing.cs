using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;

namespace Superintel.Venue.Ibkr.Session;

// What an order would cost. It has an order's number and is none: no listener of orders hears of it, and no list has it.
public sealed partial class TwsClient
{
    /// <summary>Asks what an order would cost; nothing is placed.</summary>
    /// <returns>TWS's answer; without figures where it gave none in time.</returns>
    /// <exception cref="TwsException">order-refused with TWS's number: it would not take the order; otherwise it could not be
    /// asked.</exception>
    public async Task<OrderStateData> WhatIf(Contract contract, OrderTerms terms, CancellationToken ct)
    {
        if (state != ConnectionState.Ready) throw new TwsException("not-connected", "The gateway has no connection to IB.");
        var id = OrderIds.Take();
        var asked = pending.Open<OpenOrder>(id, MostRows);
        try
        {
            // Without a reference of ours: whatever is said of it, it is found under no order's name.
            await socket.Send(new PlaceOrder(id, contract, terms with { WhatIf = true, OrderRef = "" }), urgent: false, ct);
            var rows = await asked.Rows.WaitAsync(options.RequestTimeout, clock, ct);
            return rows[^1].State;
        }
        catch (TimeoutException late)
        {
            return asked.Last?.State
                ?? throw new TwsException("request-timeout", "The question was not answered in time.", mayHaveLeft: true, inner: late);
        }
        finally
        {
            pending.Close(id);
        }
    }

    // Another client's question has a number that may be one of ours.
    private void Answered(OpenOrder question)
    {
        OrderIds.Seen(question.OrderId);
        if (question.ClientId != options.ClientId) return;
        pending.Add(question.OrderId, question);
        if (question.State.HasCosts) pending.Complete(question.OrderId);
    }

    /// <returns>True: it is about a question, and no order.</returns>
    private bool Refused(ErrorMessage error)
    {
        if (!pending.Waits(error.Id)) return false;
        if (TwsErrors.Classify(error.Code, aboutOrder: true) is TwsErrorClass.OrderWarning) return true;
        // A number that was used before is used for orders, too.
        if (TwsErrors.Classify(error.Code, aboutOrder: true) == TwsErrorClass.DuplicateOrderId)
            listener.Refused(error.Id, error.Code, error.Text);
        pending.Fail(error.Id, new TwsException("order-refused", error.Text, mayHaveLeft: true, venueCode: error.Code));
        return true;
    }
}
