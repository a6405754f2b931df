using System.Globalization;
using System.Text;
using Superintel.Venue.Ibkr.Messages;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>A request that our own client never sends: its number and its fields as text.</summary>
internal sealed record OtherRequest(int Id, IReadOnlyList<string> Fields)
{
    private const int MostFields = 128;

    // Commands and cancels: TWS answers none of them.
    private static readonly HashSet<int> Unanswered = [12, 13, 14, 23, 53, 56, 57, 68, 69, 70, 75, 77, 89, 90, 101, 103];

    // These have a version before the request's id, or no id at all.
    private static readonly HashSet<int> Versioned = [21, 52, 54, 55, 67, 74, 76];
    private static readonly HashSet<int> Nameless = [18, 19, 24, 80, 82, 85];

    public bool IsAnswered => !Unanswered.Contains(Id);

    /// <summary>What an answer or a refusal is about; -1: the connection.</summary>
    public int RequestId => Nameless.Contains(Id) ? -1 : Number(Versioned.Contains(Id) ? 1 : 0);

    public string this[int field] => field < Fields.Count ? Fields[field] : "";

    /// <returns>Null: not even a number.</returns>
    public static OtherRequest? Read(ReadOnlySpan<byte> body)
    {
        var fields = Encoding.UTF8.GetString(body).TrimEnd('\0').Split('\0', MostFields);
        return int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new OtherRequest(id, fields[1..])
            : null;
    }

    public int Number(int field) =>
        int.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The twelve fields of a contract, from the first on.</summary>
    public Contract ContractAt(int field) => new()
    {
        ConId = Math.Max(0, Number(field)),
        Symbol = this[field + 1],
        SecurityType = this[field + 2],
        LastTradeDate = this[field + 3],
        Strike = Strike(this[field + 4]),
        Right = this[field + 5],
        Exchange = this[field + 7],
        PrimaryExchange = this[field + 8],
        Currency = this[field + 9],
        LocalSymbol = this[field + 10],
    };
    private static decimal Strike(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var strike) ? strike : 0m;
}
