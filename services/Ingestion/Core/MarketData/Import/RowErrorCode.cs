namespace Superintel.Ingestion.MarketData.Import;

/// <summary>The closed list of reasons for which a row is refused. Stable: programs compare them.</summary>
public static class RowErrorCode
{
    public const string MalformedRow = "malformed-row";
    public const string UnknownForm = "unknown-form";
    public const string TooManyRows = "too-many-rows";
    public const string NoRows = "no-rows";
    public const string UnknownInstrument = "unknown-instrument";
    public const string MalformedTimestamp = "malformed-timestamp";
    public const string FutureDate = "future-date";
    public const string DateTooEarly = "date-too-early";
    public const string DuplicateTimestamp = "duplicate-timestamp";
    public const string UnorderedTimestamp = "unordered-timestamp";
    public const string NotANumber = "not-a-number";
    public const string NegativePrice = "negative-price";
    public const string ZeroPrice = "zero-price";
    public const string NegativeVolume = "negative-volume";
    public const string ConflictsWithStored = "conflicts-with-stored";
}
