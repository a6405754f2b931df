namespace Superintel.Approval.Tiers;

/// <summary>Tiers and policies as they are written on the wire.</summary>
public static class Kebab
{
    public static string Code(this Tier tier) => tier switch
    {
        Tier.Auto => "auto",
        Tier.Trader => "trader",
        Tier.Senior => "senior",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    public static string Code(this HumanPolicy policy) => policy switch
    {
        HumanPolicy.Human => "human",
        HumanPolicy.All => "all",
        HumanPolicy.None => "none",
        HumanPolicy.Rule => "rule",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, null),
    };
}
