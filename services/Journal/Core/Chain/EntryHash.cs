using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Superintel.Journal.Chain;

/// <summary>
/// SHA-256, lower-case hexadecimal, over the UTF-8 bytes of these fields, each followed by a line feed: <c>superintel-journal-v1</c>,
/// sequence,
/// kind, event id, decision id, occurred at, recorded at (both <c>yyyy-MM-ddTHH:mm:ss.ffffffZ</c>), trace id, previous hash, payload.
/// No field before the payload may hold a line feed, so the layout is unambiguous and anyone can recompute it.
/// </summary>
public static class EntryHash
{
    /// <summary>What the first entry names as its predecessor: 64 zeros.</summary>
    public static readonly string Genesis = new('0', 64);

    private const string Layout = "superintel-journal-v1";

    /// <exception cref="ArgumentException">A field before the payload holds a line feed.</exception>
    public static string Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        string[] fields =
        [
            Layout, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Kind, entry.EventId, entry.DecisionId,
            Time(entry.OccurredAt), Time(entry.RecordedAt), entry.TraceId, entry.PreviousHash,
        ];
        if (Array.Exists(fields, field => field.Contains('\n', StringComparison.Ordinal)))
            throw new ArgumentException($"A field of entry {entry.Sequence} holds a line feed.", nameof(entry));
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields) Append(sha, field);
        Append(sha, entry.Payload);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>The store keeps whole microseconds; what is hashed must survive the round trip.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash sha, string field)
    {
        sha.AppendData(Encoding.UTF8.GetBytes(field));
        sha.AppendData("\n"u8);
    }
}
