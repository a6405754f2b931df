using Superintel.Execution.Trading;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>All that TWS said of one order so far.</summary>
/// <param name="Reference">The orderRef, which is our client order id; empty for an order that is not ours.</param>
/// <param name="Status">TWS's word; empty: nothing was heard yet.</param>
/// <param name="Executions">By the stem of their ids; each as it was corrected last.</param>
/// <param name="SentInSession">The session that it was sent in; 0: not by this process.</param>
internal sealed record IbkrOrder(
    string Reference,
    int OrderId,
    long PermId,
    Contract Contract,
    OrderTerms Terms,
    string Status,
    int RefusalCode,
    string Text,
    System.Collections.Immutable.ImmutableSortedDictionary<string, PricedExecution> Executions,
    int SentInSession,
    DateTimeOffset SentAt)
{
    private const int CanceledByVenue = 202;

    /// <summary>The last look at everything in which TWS spoke of it as an order; 0: never, executions apart.</summary>
    public int HeardInLook { get; init; }

    /// <summary>A later look at everything lacks it: what was heard before is memory, not TWS's word.</summary>
    public bool IsUnheard { get; init; }

    /// <summary>TWS counts it among the finished orders, whatever it calls its status.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>Since when it has been over; null: it is not, or something was heard since.</summary>
    public DateTimeOffset? OverSince { get; init; }

    /// <summary>The reader of events has taken in how it stands.</summary>
    public bool IsTold { get; init; }

    /// <summary>TWS answered: it has the order, or refused it. A number that says neither is no answer.</summary>
    public bool IsAnswered => !IsUnheard
        && (IsCompleted || Executions.Count > 0 || HasAnswerCode || Status is not ("" or "ApiPending" or "PendingSubmit"));

    /// <summary>TWS answered, or tells it among its orders and has not passed it on yet.</summary>
    public bool IsAtVenue => IsAnswered || (!IsUnheard && HeardInLook > 0 && Status.Length > 0);

    /// <summary>An error came that proves nothing: TWS may have it all the same.</summary>
    public bool IsDoubtful => RefusalCode != 0 && !IsAnswered;

    /// <summary>TWS refused it, with proof, and never traded it.</summary>
    public bool IsRejected => Executions.Count == 0
        && RefusalCode != 0
        && (Refusal == TwsErrorClass.OrderRejected || (Status == "Inactive" && !IsHeld && !IsAboutItsEnd));

    /// <summary>Its rest does not work any more.</summary>
    public bool IsCanceled => Status is "Cancelled" or "ApiCancelled"
        || RefusalCode == CanceledByVenue
        || (!IsFilled && !IsRejected && (IsCompleted || (Status == "Inactive" && !IsHeld)));

    /// <summary>A status that is none of TWS's known ones.</summary>
    public bool IsStrange => Status is not ("" or "ApiPending" or "PendingSubmit" or "PendingCancel" or "PreSubmitted" or "Submitted"
        or "ApiCancelled" or "Cancelled" or "Filled" or "Inactive");

    /// <summary>Refused, or ended by a number of TWS's: what comes later does not revive it.</summary>
    public bool IsEnded => IsRejected || RefusalCode == CanceledByVenue;

    private TwsErrorClass Refusal => TwsErrors.Classify(RefusalCode, aboutOrder: true);

    // That TWS finds no such order to cancel (135, 10147) does not say that it has it.
    private bool HasAnswerCode => RefusalCode is not (135 or 10147)
        && Refusal is TwsErrorClass.OrderRejected or TwsErrorClass.OrderCanceled or TwsErrorClass.OrderWarning
            or TwsErrorClass.CancelRefused;

    // Held back (399, 404): it will work.
    private bool IsHeld => Refusal == TwsErrorClass.OrderWarning;

    private bool IsAboutItsEnd => Refusal is TwsErrorClass.CancelRefused or TwsErrorClass.OrderCanceled;

    private bool IsFilled => Status == "Filled" || (Terms.Quantity > 0m && Filled >= Terms.Quantity);

    public decimal Filled => Executions.Values.Sum(execution => execution.Details.Quantity);

    public BrokerOrderStatus BrokerStatus => this switch
    {
        { IsRejected: true } => BrokerOrderStatus.Rejected,
        { IsCanceled: true } => BrokerOrderStatus.Canceled,
        { IsFilled: true } => BrokerOrderStatus.Filled,
        _ => BrokerOrderStatus.Working,
    };

    /// <summary>TWS called it filled and took some of that back by corrections: it works no more, and is not filled.</summary>
    public bool IsShortened => Status == "Filled" && Filled < Terms.Quantity
        && Executions.Values.Any(execution => ExecutionIdentity.Of(execution.Details.ExecutionId).Revision > 1);

    /// <summary>The one name that never changes; the client's number until it is known.</summary>
    public string VenueOrderId => PermId != 0 ? PermId.ToString() : $"order-{OrderId}";
}
