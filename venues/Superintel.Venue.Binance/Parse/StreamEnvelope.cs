using System.Text;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>What a stream wraps its events in.</summary>
internal static class StreamEnvelope
{
    private const int LongestWord = 40;

    /// <summary>Where the event itself stands: under data, under event, or the whole.</summary>
    public static Range Inside(ReadOnlySpan<byte> json, out WireError? error)
    {
        var reader = new WireReader(json);
        var range = ..;
        if (reader.BeginObject())
        {
            while (reader.NextField())
            {
                var wrapped = (reader.Is("data"u8) || reader.Is("event"u8)) && reader.IsObject;
                var start = reader.Position;
                reader.Skip();
                if (wrapped) range = start..reader.End;
            }
        }
        error = reader.Error;
        return range;
    }

    /// <summary>The event's word: the field e; empty when there is none.</summary>
    public static string KindOf(ReadOnlySpan<byte> json, out WireError? error)
    {
        var reader = new WireReader(json);
        var kind = string.Empty;
        if (reader.BeginObject())
        {
            while (reader.NextField())
            {
                if (reader.Is("e"u8)) kind = reader.Text(LongestWord);
                else reader.Skip();
            }
        }
        error = reader.Error;
        return kind;
    }

    /// <summary>An answer to a control message has an id and no event.</summary>
    public static bool IsControl(ReadOnlySpan<byte> json)
    {
        var reader = new WireReader(json);
        var control = false;
        if (!reader.BeginObject()) return false;
        while (reader.NextField())
        {
            control |= reader.Is("id"u8);
            reader.Skip();
        }
        return control;
    }

    /// <summary>Ids are numbers or texts; both as text.</summary>
    public static string IdOf(ref WireReader reader)
    {
        var raw = reader.Raw();
        var id = raw.Length is > 0 and <= LongestWord ? Encoding.UTF8.GetString(raw) : string.Empty;
        if (id.Length == 0) reader.Skip();
        return id;
    }
}
