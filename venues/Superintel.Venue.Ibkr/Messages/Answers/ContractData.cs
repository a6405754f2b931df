using System.Collections.Immutable;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>One contract that fits a request.</summary>
public sealed record ContractData(int RequestId, Contract Contract) : IWireMessage<ContractData>
{
    private const int MostSecurityIds = 256;

    public static int MessageId => 10;

    public string MarketName { get; init; } = "";

    /// <summary>Prices are multiples of it.</summary>
    public decimal MinimumTick { get; init; }

    /// <summary>Comma separated.</summary>
    public string OrderTypes { get; init; } = "";

    public string ValidExchanges { get; init; } = "";

    public int PriceMagnifier { get; init; } = 1;

    public string LongName { get; init; } = "";

    public string ContractMonth { get; init; } = "";

    public string Industry { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string TradingHours { get; init; } = "";

    public string LiquidHours { get; init; } = "";

    /// <summary>ISIN and the like, by kind.</summary>
    public ImmutableSortedDictionary<string, string> SecurityIds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string StockType { get; init; } = "";

    public decimal MinimumSize { get; init; }

    public decimal SizeIncrement { get; init; }

    public static ContractData Read(ref FieldReader fields)
    {
        var request = fields.Int();
        var contract = new Contract
        {
            Symbol = fields.Text(), SecurityType = fields.Text(), LastTradeDate = fields.Text(), Strike = fields.Amount(),
            Right = fields.Text(), Exchange = fields.Text(), Currency = fields.Text(), LocalSymbol = fields.Text(),
        };
        var market = fields.Text();
        contract = contract with { TradingClass = fields.Text(), ConId = fields.Int() };
        var tick = fields.Amount();
        contract = contract with { Multiplier = fields.Text() };
        var (types, exchanges, magnifier) = (fields.Text(), fields.Text(), fields.Int());
        fields.Skip();
        var name = fields.EscapedText();
        contract = contract with { PrimaryExchange = fields.Text() };
        var (month, industry) = (fields.Text(), fields.Text());
        fields.Skip(2);
        return ReadHours(ref fields, new ContractData(request, contract)
        {
            MarketName = market,
            MinimumTick = tick,
            OrderTypes = types,
            ValidExchanges = exchanges,
            PriceMagnifier = magnifier,
            LongName = name,
            ContractMonth = month,
            Industry = industry,
        });
    }

    public void Write(FrameWriter frame)
    {
        frame.Int(RequestId).Text(Contract.Symbol).Text(Contract.SecurityType).Text(Contract.LastTradeDate).Decimal(Contract.Strike)
            .Text(Contract.Right).Text(Contract.Exchange).Text(Contract.Currency).Text(Contract.LocalSymbol).Text(MarketName)
            .Text(Contract.TradingClass).Int(Contract.ConId).Decimal(MinimumTick).Text(Contract.Multiplier).Text(OrderTypes)
            .Text(ValidExchanges).Int(PriceMagnifier).Zero().Text(LongName).Text(Contract.PrimaryExchange).Text(ContractMonth)
            .Text(Industry).Empty(2).Text(TimeZone).Text(TradingHours).Text(LiquidHours).Empty().Zero().Int(SecurityIds.Count);
        foreach (var (kind, id) in SecurityIds) frame.Text(kind).Text(id);
        frame.Int(1).Empty(4).Text(StockType).Decimal(MinimumSize).Decimal(SizeIncrement).Decimal(SizeIncrement);
    }

    public bool Equals(ContractData? other) => other is not null && ToString() == other.ToString()
        && SecurityIds.SequenceEqual(other.SecurityIds);

    public override int GetHashCode() => HashCode.Combine(RequestId, Contract, MinimumTick);

    private static ContractData ReadHours(ref FieldReader fields, ContractData head)
    {
        head = head with { TimeZone = fields.Text(), TradingHours = fields.Text(), LiquidHours = fields.Text() };
        fields.Skip(2);
        var ids = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var count = fields.Count(MostSecurityIds, 2);
        for (var i = 0; i < count; i++)
        {
            var kind = fields.Text();
            ids[kind] = fields.Text();
        }
        fields.Skip(5);
        return head with
        {
            SecurityIds = ids.ToImmutable(),
            StockType = fields.Text(),
            MinimumSize = fields.Amount(),
            SizeIncrement = fields.Amount(),
        };
    }
}
