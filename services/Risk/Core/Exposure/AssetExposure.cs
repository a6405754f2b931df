using Superintel.Kernel;

namespace Superintel.Risk.Exposure;

/// <summary>What one instrument may come to, in the base currency: the position over all pairs, and orders at work that may or may not
/// fill.</summary>
/// <param name="Net">Signed value of the position.</param>
/// <param name="Buys">Value of buys at work, never negative.</param>
/// <param name="Sells">Value of sells at work, never negative.</param>
public readonly record struct AssetExposure(decimal Net, decimal Buys, decimal Sells)
{
    public decimal Upper => Net + Buys;

    public decimal Lower => Net - Sells;

    /// <summary>The largest absolute exposure that can come of it.</summary>
    public decimal Worst => Math.Max(Math.Abs(Upper), Math.Abs(Lower));

    /// <summary>The same with its sign.</summary>
    public decimal Farthest => Math.Abs(Upper) >= Math.Abs(Lower) ? Upper : Lower;

    public AssetExposure Hold(decimal value) => this with { Net = Net + value };

    public AssetExposure Order(decimal value) => value >= 0m ? this with { Buys = Buys + value } : this with { Sells = Sells - value };

    /// <summary>How much more may be bought or sold before <see cref="Worst"/> passes the cap.</summary>
    public decimal Room(Side side, decimal cap) => Worst > cap ? 0m : side == Side.Buy ? cap - Upper : cap + Lower;
}
