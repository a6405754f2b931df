using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Execution;

/// <summary>Second half of sending: the call itself, and what it taught us. Needs no transaction around it.</summary>
public sealed class SendToBroker(IBroker broker, DepartureRules departures, TimeProvider clock)
{
    public Task<DispatchResult> Handle(Dispatch dispatch, CancellationToken ct) => dispatch switch
    {
        Dispatch.Submit submit => Submit(submit.Order, ct),
        Dispatch.Cancel cancel => Cancel(cancel.Order, ct),
        _ => throw new ArgumentException($"Cannot send {dispatch.GetType().Name}.", nameof(dispatch)),
    };

    private async Task<DispatchResult> Submit(Order order, CancellationToken ct)
    {
        var id = order.Intent.ClientOrderId;
        if (await departures.AtTheLast(order, clock.GetUtcNow(), ct) is { } objection)
            return new DispatchResult(objection.IsFinal, objection.IsOvertaken ? [] : [Kept(order, objection)]);
        // From its row, read just now: nothing of it has ever left.
        var ticket = order.Intent.Ticket() with { IsFirstSending = true };
        BrokerEvent told = await Try(() => broker.Submit(ticket, ct), failure => new SubmitOutcome.Unknown(failure)) switch
        {
            SubmitOutcome.Accepted accepted => new BrokerEvent.Accepted(id, clock.GetUtcNow(), accepted.VenueOrderId),
            SubmitOutcome.Rejected rejected => new BrokerEvent.Rejected(id, clock.GetUtcNow(), rejected.Code, rejected.Text),
            SubmitOutcome.Deferred deferred => new BrokerEvent.Deferred(id, clock.GetUtcNow(), $"{deferred.Code}: {deferred.Text}"),
            SubmitOutcome.Unknown unknown => new BrokerEvent.OutcomeUnknown(id, clock.GetUtcNow(), unknown.Cause),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not an outcome of a submission."),
        };
        return new DispatchResult(told is not BrokerEvent.Deferred, [told]);
    }

    private BrokerEvent Kept(Order order, Objection objection) => objection.IsFinal
        ? new BrokerEvent.NotPlaced(order.Intent.ClientOrderId, clock.GetUtcNow(), $"{objection.Cause} Nothing left.")
        : new BrokerEvent.Deferred(order.Intent.ClientOrderId, clock.GetUtcNow(), objection.Cause);

    private async Task<DispatchResult> Cancel(Order order, CancellationToken ct)
    {
        var id = order.Intent.ClientOrderId;
        switch (await Try(() => broker.Cancel(order.Reference, ct), failure => new CancelOutcome.Unknown(failure)))
        {
            case CancelOutcome.Canceled:
                return new DispatchResult(true, [new BrokerEvent.Canceled(id, clock.GetUtcNow(), order.Progress.Text)]);
            case CancelOutcome.Requested:
                return new DispatchResult(true, []);
            case CancelOutcome.Refused refused:
                // The order is over there or unknown: what it became is in the venue's own record of it.
                var answer = await Try(() => broker.Query(order.Reference, ct), failure => new QueryOutcome.Unavailable(failure));
                var now = clock.GetUtcNow();
                var refusal = new BrokerEvent.CancelRefused(id, now, refused.Text);
                return new DispatchResult(true, [refusal, .. VenueAnswer.AsEvents(order, answer, now)]);
            default:
                return new DispatchResult(false, []);
        }
    }

    // Whatever breaks once the call has begun proves nothing about the order.
    private static async Task<TOutcome> Try<TOutcome>(Func<Task<TOutcome>> call, Func<string, TOutcome> unknown)
    {
        try
        {
            return await call();
        }
        catch (BrokerUnavailableException failure)
        {
            return unknown(failure.Message);
        }
    }
}
