using System.Collections.Immutable;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>The orders as TWS tells them, found by permId, by order id and by our reference, whichever a message carries.</summary>
internal sealed partial class IbkrBook
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, IbkrOrder> orders = [];
    private readonly Dictionary<long, int> byPermId = [];
    private readonly Dictionary<int, int> byOrderId = [];
    private readonly Dictionary<string, int> byReference = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int last;

    public IbkrOrder? Find(string reference, long permId = 0)
    {
        lock (gate) return Key(0, permId, reference) is { } key ? orders[key] : null;
    }

    public IReadOnlyList<IbkrOrder> All()
    {
        lock (gate) return [.. orders.Values];
    }

    /// <summary>Before the first byte leaves: what comes back must find it.</summary>
    public void Sending(int orderId, Contract contract, OrderTerms terms, int session, DateTimeOffset now) => Change(
        orderId, 0, terms.OrderRef, order => order with { Contract = contract, Terms = terms, SentInSession = session, SentAt = now });

    /// <summary>Nothing left after all: the same order may be sent again, under another number.</summary>
    public void NotSent(int orderId)
    {
        lock (gate)
        {
            if (byOrderId.TryGetValue(orderId, out var key)) Forget(key, orders[key]);
        }
    }

    public IbkrOrder Heard(OpenOrder told, int ours) => Change(
        told.ClientId == ours ? told.OrderId : 0,
        told.PermId,
        told.Terms.OrderRef,
        order => order with
        {
            Contract = told.Contract,
            Terms = told.Terms,
            Status = told.State.Status,
            Text = Longer(told.State.Warning, order.Text),
            HeardInLook = looks,
        });

    /// <returns>Null: a status of an order that nobody described yet.</returns>
    public IbkrOrder? Heard(OrderStatus told, int ours)
    {
        lock (gate) if (Key(told.ClientId == ours ? told.OrderId : 0, told.PermId, "") is null) return null;
        return Change(told.ClientId == ours ? told.OrderId : 0, told.PermId, "", order => order with
        {
            Status = told.Status,
            HeardInLook = looks,
        });
    }

    public IbkrOrder Heard(CompletedOrder told) => Change(0, told.PermId, told.Terms.OrderRef, order => order with
    {
        Contract = told.Contract,
        Terms = told.Terms with { Quantity = Math.Max(told.Terms.Quantity, order.Terms.Quantity) },
        Status = told.Status,
        Text = Longer(told.CompletedStatus, order.Text),
        HeardInLook = looks,
        IsCompleted = true,
    });

    /// <returns>The order after it, and whether it corrects what was said of the execution before.</returns>
    public (IbkrOrder Order, bool Corrects) Heard(PricedExecution told, int ours)
    {
        var (stem, revision) = ExecutionIdentity.Of(told.Details.ExecutionId);
        var corrects = false;
        var details = told.Details;
        var order = Change(details.ClientId == ours ? details.OrderId : 0, details.PermId, details.OrderRef, before =>
        {
            var terms = before.Terms.Action.Length > 0 ? before.Terms : Described(details);
            var known = before.Executions.GetValueOrDefault(stem);
            corrects = known is not null && ExecutionIdentity.Of(known.Details.ExecutionId).Revision < revision;
            var stands = known is null || corrects || Prices(known, told) ? told : known;
            return before with { Contract = details.Contract, Terms = terms, Executions = before.Executions.SetItem(stem, stands) };
        });
        return (order, corrects);
    }

    /// <returns>Null: not an order of ours.</returns>
    public IbkrOrder? Refused(int orderId, int code, string text)
    {
        lock (gate) if (!byOrderId.ContainsKey(orderId)) return null;
        // A warning that follows a rejection or a cancel does not revive the order.
        return Change(orderId, 0, "", order => order.IsEnded ? order : order with
        {
            RefusalCode = code,
            Text = $"{code}: {text}",
            HeardInLook = IsWordOfIt(code) ? looks : order.HeardInLook,
        });
    }

    /// <summary>Nothing is heard any more: whoever waits for a change looks once more at what he waits for.</summary>
    public void Wake()
    {
        TaskCompletionSource signal;
        lock (gate) (signal, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        signal.SetResult();
    }

    /// <returns>The book's next change, whatever it is of.</returns>
    public Task NextChange()
    {
        lock (gate) return changed.Task;
    }

    private IbkrOrder Change(int orderId, long permId, string reference, Func<IbkrOrder, IbkrOrder> change)
    {
        TaskCompletionSource signal;
        IbkrOrder after;
        lock (gate)
        {
            var key = Key(orderId, permId, reference) ?? ++last;
            var before = orders.GetValueOrDefault(key) ?? new IbkrOrder(
                reference, orderId, permId, new Contract(), new OrderTerms(), "", 0, "",
                ImmutableSortedDictionary.Create<string, PricedExecution>(StringComparer.Ordinal), 0, default);
            var changedTo = change(before);
            var isSame = changedTo with { HeardInLook = before.HeardInLook } == before;
            after = changedTo with
            {
                IsUnheard = before.IsUnheard && changedTo.HeardInLook == before.HeardInLook,
                IsTold = before.IsTold && isSame,
                OverSince = isSame ? before.OverSince : null,
                Reference = Longer(before.Reference, reference),
                OrderId = before.OrderId != 0 ? before.OrderId : orderId,
                PermId = before.PermId != 0 ? before.PermId : permId,
            };
            orders[key] = after;
            if (after.OrderId != 0) byOrderId[after.OrderId] = key;
            if (after.PermId != 0) byPermId[after.PermId] = key;
            if (after.Reference.Length > 0) byReference[after.Reference] = key;
            (signal, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        signal.SetResult();
        return after;
    }

    private int? Key(int orderId, long permId, string reference)
    {
        if (permId != 0 && byPermId.TryGetValue(permId, out var key)) return key;
        if (reference.Length > 0 && byReference.TryGetValue(reference, out key)) return key;
        // A name that is known to differ outweighs a number: another client's orders have numbers too.
        return orderId != 0 && byOrderId.TryGetValue(orderId, out key)
            && (reference.Length == 0 || orders[key].Reference.Length == 0 || orders[key].Reference == reference)
                ? key
                : null;
    }

    // An older revision told after a newer one, and one told again without its cost, are no news.
    private static bool Prices(PricedExecution known, PricedExecution told) =>
        known.Commission is null && told.Commission is not null && known.Details.ExecutionId == told.Details.ExecutionId;

    private static string Longer(string first, string second) => first.Length > 0 ? first : second;

    // An execution of an order that is long over is all that is left of it.
    private static OrderTerms Described(ExecutionDetails details) => new()
    {
        Action = details.Side == "SLD" ? "SELL" : "BUY",
        Quantity = details.CumulativeQuantity,
        OrderRef = details.OrderRef,
        Account = details.Account,
    };
}
