using Superintel.Mt4Bridge.Answers;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>What an order would be made of now, or why it cannot be taken now. Nothing of it is in the journal yet.</summary>
/// <param name="Refusal">Null: it can.</param>
/// <param name="Request">Null with a refusal.</param>
/// <param name="Legs">Null: it opens one ticket.</param>
/// <param name="Asked">The close that it is; null for an order.</param>
internal sealed record OrderDraft(
    BridgeAnswer? Refusal, Mt4OrderRequest? Request = null, IReadOnlyList<OrderLeg>? Legs = null, CloseAsked? Asked = null);
