namespace Superintel.Kernel;

/// <summary>The sign convention: a buy adds to a position, a sell takes from it.</summary>
public static class SideSign
{
    /// <summary>+1 for a buy, -1 for a sell.</summary>
    public static int Sign(this Side side) => side == Side.Buy ? 1 : -1;

    public static Side Opposite(this Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    /// <summary>The side that moves a position in the direction of <paramref name="signed"/>.</summary>
    public static Side Of(decimal signed) => signed >= 0m ? Side.Buy : Side.Sell;
}
