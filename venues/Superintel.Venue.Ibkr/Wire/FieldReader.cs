using System.Buffers.Text;
using System.Text;

namespace Superintel.Venue.Ibkr.Wire;

/// <summary>
/// Reads a body field by field. The first fault sticks and every later read gives a default, so that a reader is written without a branch
/// per field and asked once at the end. Fields beyond those read are ignored: newer servers append.
/// </summary>
public ref struct FieldReader(ReadOnlySpan<byte> body)
{
    /// <summary>Far above every amount that is traded, and far below where sums and products overflow.</summary>
    public const decimal Greatest = 1_000_000_000_000_000m;

    private ReadOnlySpan<byte> rest = body;

    public WireFault Fault { get; private set; }

    public readonly bool AtEnd => rest.IsEmpty;

    public void Skip(int fields = 1)
    {
        for (var i = 0; i < fields; i++) Next();
    }

    public string Text()
    {
        var field = Next();
        return field.IsEmpty ? "" : Encoding.UTF8.GetString(field);
    }

    /// <summary>Text with <c>\uXXXX</c> escapes.</summary>
    public string EscapedText() => WireNumber.Unescape(Text());

    /// <summary>An empty field is zero.</summary>
    public int Int()
    {
        var field = Next();
        if (field.IsEmpty) return 0;
        if (Utf8Parser.TryParse(field, out int value, out var used) && used == field.Length) return value;
        Fail(WireFault.FieldMalformed);
        return 0;
    }

    /// <summary>Null: empty or the greatest int.</summary>
    public int? IntOrNull()
    {
        if (!rest.IsEmpty && rest[0] == 0)
        {
            Skip();
            return null;
        }
        return Int() is var value && value == int.MaxValue ? null : value;
    }

    public long Long()
    {
        var field = Next();
        if (field.IsEmpty) return 0;
        if (Utf8Parser.TryParse(field, out long value, out var used) && used == field.Length) return value;
        Fail(WireFault.FieldMalformed);
        return 0;
    }

    /// <summary>Null: empty, or one of the spellings of "not set".</summary>
    public decimal? DecimalOrNull()
    {
        if (WireNumber.TryParse(Next(), out var value)) return value;
        Fail(WireFault.FieldMalformed);
        return null;
    }

    /// <summary>Not set is zero.</summary>
    public decimal Decimal() => DecimalOrNull() ?? 0m;

    /// <summary>A number that can be reckoned with: at most <see cref="Greatest"/> either way. Not set is null.</summary>
    public decimal? BoundedOrNull()
    {
        var value = DecimalOrNull();
        if (value is null || Math.Abs(value.Value) <= Greatest) return value;
        Fail(WireFault.FieldMalformed);
        return null;
    }

    /// <summary>As <see cref="BoundedOrNull"/>; not set is zero.</summary>
    public decimal Bounded() => BoundedOrNull() ?? 0m;

    /// <summary>A bounded number that is never below zero; not set is zero.</summary>
    public decimal Amount()
    {
        var value = Bounded();
        if (value >= 0m) return value;
        Fail(WireFault.FieldMalformed);
        return 0m;
    }

    /// <summary>The code of a currency: 3 to 10 upper-case letters or digits, or empty where <paramref name="mayBeEmpty"/>.</summary>
    public string CurrencyCode(bool mayBeEmpty)
    {
        var code = Text();
        if (!IsCurrency(code) && !(mayBeEmpty && code.Length == 0)) Fail(WireFault.FieldMalformed);
        return code;
    }

    internal static bool IsCurrency(string code) =>
        code.Length is >= 3 and <= 10 && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    public bool Flag()
    {
        var field = Next();
        if (field.IsEmpty || field is [(byte)'0'] || field.SequenceEqual("false"u8)) return false;
        if (field is not [(byte)'1'] && !field.SequenceEqual("true"u8)) Fail(WireFault.FieldMalformed);
        return true;
    }

    /// <summary>A repetition count, checked against a bound and against what is left of the body.</summary>
    /// <param name="fieldsEach">Fields per repetition: each takes at least one byte.</param>
    public int Count(int most, int fieldsEach)
    {
        var count = Int();
        if (count >= 0 && count <= most && (long)count * fieldsEach <= rest.Length) return count;
        Fail(WireFault.CountOutOfBounds);
        return 0;
    }

    public void Fail(WireFault fault)
    {
        if (Fault == WireFault.None) Fault = fault;
        rest = default;
    }

    private ReadOnlySpan<byte> Next()
    {
        var end = rest.IndexOf((byte)0);
        if (end < 0)
        {
            Fail(WireFault.FieldMissing);
            return default;
        }
        var field = rest[..end];
        rest = rest[(end + 1)..];
        return field;
    }
}
