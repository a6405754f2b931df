using System.Text.Json.Serialization;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>One line of the bridge's journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AccountBound), "account")]
[JsonDerivedType(typeof(OrderTaken), "order")]
[JsonDerivedType(typeof(OrderAgain), "again")]
[JsonDerivedType(typeof(CommandHanded), "handed")]
[JsonDerivedType(typeof(OrderTold), "told")]
[JsonDerivedType(typeof(TicketSplit), "split")]
internal abstract record JournalRecord;
