using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>What became of an order: an event, numbered without a gap.</summary>
/// <param name="MtCode">MetaTrader's trade error; 0 for none.</param>
internal sealed record OrderTold(long Seq, DateTimeOffset At, Mt4Order Order, int MtCode) : JournalRecord;
