using System.Globalization;
using System.Text;

namespace Superintel.Venue.Binance.Signing;

/// <summary>A request's parameters in the order they were added, which is the order they are sent and signed in.</summary>
public sealed class RequestParameters
{
    private const string NumberFormat = "0.############################";
    private const int Usual = 12, UsualLength = 256; // of an order, signed
    private readonly List<KeyValuePair<string, string>> items = new(Usual);

    public IReadOnlyList<KeyValuePair<string, string>> Items => items;

    public RequestParameters Add(string name, string value)
    {
        items.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    public RequestParameters Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Plain digits, no exponent, no zeros at the end.</summary>
    public RequestParameters Add(string name, decimal value) => Add(name, value.ToString(NumberFormat, CultureInfo.InvariantCulture));

    /// <summary>As it stands in a query or a form body. Binance signs the encoded text.</summary>
    public string Encode()
    {
        var text = new StringBuilder(UsualLength);
        foreach (var (name, value) in items)
        {
            if (text.Length > 0) text.Append('&');
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }

    /// <summary>Encoded and signed: the signature is the last parameter.</summary>
    public string EncodeSigned(ISigner signer)
    {
        var payload = Encode();
        return $"{payload}&signature={Uri.EscapeDataString(signer.Sign(Encoding.UTF8.GetBytes(payload)))}";
    }

    /// <summary>Those of another, and later ones of its own.</summary>
    public static RequestParameters After(RequestParameters first)
    {
        var all = new RequestParameters();
        all.items.AddRange(first.items);
        return all;
    }
}
