using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

// What cannot be read is never skipped: a list without it would seem whole.
public sealed partial class TwsClient
{
    private bool Take(ReadOnlySpan<byte> body)
    {
        Volatile.Write(ref heardAt, clock.GetTimestamp());
        var fault = ServerMessages.Dispatch(body, this);
        if (fault is not (WireFault.None or WireFault.UnknownMessage)) Damaged(body, fault);
        return fatal is null;
    }

    private void Damaged(ReadOnlySpan<byte> body, WireFault fault)
    {
        UnreadableFrames++;
        var fields = new FieldReader(body);
        var kind = fields.Int();
        listener.Unreadable(kind, fault.Code());
        fields.Skip(FieldsBeforeRequest(kind));
        var request = fields.Int();
        var failure = new TwsException(fault.Code(), $"An answer of kind {kind} could not be read.", mayHaveLeft: true);
        var isAnswer = FieldsBeforeRequest(kind) >= 0 && fields.Fault == WireFault.None;
        // Orders, executions, commissions, positions and accounts, and whatever cannot be said whose it was: all is to be heard anew.
        if (!isAnswer || !(pending.Fail(request, failure) || subscriptions.End(request, failure))) fatal ??= fault.Code();
    }

    // Of the data's messages, which name their request; -1: of every other.
    private static int FieldsBeforeRequest(int kind) => kind switch
    {
        10 or 17 or 81 or 90 => 0,
        1 or 2 or 12 or 13 or 45 or 46 or 50 or 52 or 57 or 58 => 1,
        _ => -1,
    };
}
