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

    /// <summary>TWS answered: it has the order, or refused it.</summary>
    public bool IsAnswered => (RefusalCode != 0 && !IsDoubtful)
        || Executions.Count > 0
        || Status is not ("" or "ApiPending" or "PendingSubmit");

    /// <summary>TWS failed over it and may have it all the same.</summary>
    public bool IsDoubtful => TwsErrors.Classify(RefusalCode, aboutOrder: true) == TwsErrorClass.Doubtful;

    /// <summary>TWS refused it, with proof, and never traded it.</summary>
    public bool IsRejected => Executions.Count == 0
        && RefusalCode != 0
        && (Status == "Inactive" || TwsErrors.Classify(RefusalCode, aboutOrder: true) == TwsErrorClass.OrderRejected);

    public bool IsCanceled => Status is "Cancelled" or "ApiCancelled" || RefusalCode == CanceledByVenue;

    public decimal Filled => Executions.Values.Sum(execution => execution.Details.Quantity);

    public BrokerOrderStatus BrokerStatus => this switch
    {
        { IsRejected: true } => BrokerOrderStatus.Rejected,
        { IsCanceled: true } => BrokerOrderStatus.Canceled,
        _ when Status == "Filled" || (Terms.Quantity > 0m && Filled >= Terms.Quantity) => BrokerOrderStatus.Filled,
        _ => BrokerOrderStatus.Working,
    };

    /// <summary>TWS called it filled and took some of that back by corrections: it works no more, and is not filled.</summary>
    public bool IsShortened => Status == "Filled" && Filled < Terms.Quantity
        && Executions.Values.Any(execution => ExecutionIdentity.Of(execution.Details.ExecutionId).Revision > 1);

    /// <summary>The one name that never changes; the client's number until it is known.</summary>
    public string VenueOrderId => PermId != 0 ? PermId.ToString() : $"order-{OrderId}";
}
