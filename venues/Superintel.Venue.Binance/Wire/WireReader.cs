using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Superintel.Venue.Binance.Wire;

/// <summary>
/// Reads JSON forward and never throws: the first thing that is wrong is kept as <see cref="Error"/>, every loop over fields or items ends
/// then, and every value read from there on is a default.
/// </summary>
internal ref struct WireReader
{
    private const int DeepestNesting = 16;
    private const int LongestNumber = 30;
    private static readonly SearchValues<byte> DecimalCharacters = SearchValues.Create("-.0123456789"u8);
    private Utf8JsonReader json;
    private ReadOnlySpan<byte> name;

    public WireReader(ReadOnlySpan<byte> utf8) =>
        json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });

    public WireError? Error { get; private set; }

    public readonly bool IsObject => json.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => json.TokenType == JsonTokenType.StartArray;

    public readonly bool IsNull => json.TokenType == JsonTokenType.Null;

    /// <summary>Where the current value begins in the text.</summary>
    public readonly int Position => (int)json.TokenStartIndex;

    /// <summary>Behind the current value in the text.</summary>
    public readonly int End => (int)json.BytesConsumed;

    /// <summary>Moves to the text's first value.</summary>
    public bool Begin() => Advance() || Fail("malformed-json");

    /// <summary>Moves to the first value and says that it must be an object.</summary>
    public bool BeginObject() => Begin() && (IsObject || Fail("wrong-type"));

    /// <summary>Moves to the next field's value; false at the object's end or after an error.</summary>
    public bool NextField()
    {
        if (!Advance() || json.TokenType != JsonTokenType.PropertyName) return false;
        name = json.ValueSpan;
        return Advance();
    }

    /// <summary>Moves to the array's next item; false at its end or after an error.</summary>
    public bool NextItem() => Advance() && json.TokenType != JsonTokenType.EndArray;

    public readonly bool Is(ReadOnlySpan<byte> field) => name.SequenceEqual(field);

    /// <summary>True when the current value is an array; else an error.</summary>
    public bool EnterArray() => Error is null && (IsArray || Fail("wrong-type"));

    /// <summary>True when the current value is an object; else an error.</summary>
    public bool EnterObject() => Error is null && (IsObject || Fail("wrong-type"));

    /// <summary>Leaves the current value unread.</summary>
    public void Skip()
    {
        try
        {
            if (Error is null) json.Skip();
        }
        catch (JsonException)
        {
            Fail("malformed-json");
        }
    }

    /// <summary>The current item need not be the last: reads on to the array's end.</summary>
    public void SkipRest()
    {
        while (NextItem()) Skip();
    }

    public string Text(int longest = 64)
    {
        if (Error is not null || IsNull) return string.Empty;
        if (json.TokenType != JsonTokenType.String) return Failed("wrong-type", string.Empty);
        if (json.ValueSpan.Length > longest) return Failed("too-large", string.Empty);
        try
        {
            return json.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Failed("malformed-json", string.Empty); // no valid UTF-8, or half a surrogate pair
        }
    }

    /// <summary>The current text's bytes; empty when it is none or has escapes.</summary>
    public readonly ReadOnlySpan<byte> Raw() =>
        json.TokenType is JsonTokenType.String or JsonTokenType.Number && !json.ValueIsEscaped ? json.ValueSpan : [];

    public long Long() => Error is not null ? 0L
        : json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value) ? value : Failed("bad-number", 0L);

    public int Int() => Long() is var value and >= int.MinValue and <= int.MaxValue ? (int)value : Failed("bad-number", 0);

    public bool Bool()
    {
        if (Error is not null) return false;
        return json.TokenType == JsonTokenType.True || (json.TokenType != JsonTokenType.False && Failed("wrong-type", false));
    }

    /// <summary>An exact decimal, as text or as number; an exponent is none of Binance's and is refused.</summary>
    public decimal Decimal()
    {
        if (Error is not null) return 0m;
        var text = Raw();
        return text.Length is > 0 and <= LongestNumber && !text.ContainsAnyExcept(DecimalCharacters)
            && Utf8Parser.TryParse(text, out decimal value, out var used)
            && used == text.Length ? value : Failed("bad-number", 0m);
    }

    public WireError Refuse(string code)
    {
        Fail(code);
        return Error!;
    }

    private bool Advance()
    {
        if (Error is not null) return false;
        try
        {
            return json.Read();
        }
        catch (JsonException)
        {
            return Fail("malformed-json");
        }
    }

    private TValue Failed<TValue>(string code, TValue value)
    {
        Fail(code);
        return value;
    }

    private bool Fail(string code)
    {
        Error ??= new WireError(code, Printable(name));
        return false;
    }

    private static string Printable(ReadOnlySpan<byte> name) =>
        name.Length is 0 or > 40 || name.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? string.Empty : Encoding.ASCII.GetString(name);
}
