namespace Superintel.Mt4Bridge.Journal;

/// <summary>The journal belongs to this account: another one's tickets would mean something else.</summary>
internal sealed record AccountBound(long Login, string Server) : JournalRecord;
