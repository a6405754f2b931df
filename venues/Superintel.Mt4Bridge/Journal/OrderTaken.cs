using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>An order came in; no terminal has seen it yet.</summary>
internal sealed record OrderTaken(DateTimeOffset At, Mt4OrderRequest Request) : JournalRecord;
