using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Superintel.ServiceDefaults.Paging;

/// <summary>Opaque keyset cursors: the sort key of the last row shown. They stay right while rows are added.</summary>
public static class Cursor
{
    private const int LongestText = 2000;

    public static string Encode(params string[] parts) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));

    /// <param name="parts">How many parts a cursor of this list has.</param>
    public static bool TryDecode(string? text, int parts, [NotNullWhen(true)] out string[]? values)
    {
        values = null;
        if (string.IsNullOrEmpty(text) || text.Length > LongestText || !Base64Url.IsValid(text)) return false;
        try
        {
            values = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
        }
        catch (JsonException)
        {
            return false;
        }

        return values is not null && values.Length == parts && Array.TrueForAll(values, value => value is not null);
    }
}
