using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>What risk has to know of an instrument.</summary>
/// <param name="Currency">Quote currency.</param>
/// <param name="LotSize">Smallest step of a quantity, units, above zero.</param>
/// <param name="Tradable">False for what is only observed.</param>
/// <param name="Sector">Empty when unknown.</param>
public sealed record Instrument(InstrumentId Id, AssetClass AssetClass, Currency Currency, decimal LotSize, bool Tradable, string Sector)
{
    /// <summary>For an FX instrument the currency one unit of it is; null for anything else or an unusual symbol.</summary>
    public Currency? FxBase
    {
        get
        {
            if (AssetClass != AssetClass.Fx) return null;
            var letters = Id.Symbol.Replace("/", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            if (letters.Length < 6 || !letters.EndsWith(Currency.Code, StringComparison.Ordinal)) return null;
            return new Currency(letters[..^Currency.Code.Length]);
        }
    }
}
