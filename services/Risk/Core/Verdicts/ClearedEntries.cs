namespace Superintel.Risk.Verdicts;

/// <summary>Entries cleared so far.</summary>
public readonly record struct ClearedEntries(int WithinMinute, int WithinDay);
