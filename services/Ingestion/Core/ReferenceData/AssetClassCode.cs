using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData;

/// <summary>The words for asset classes in events, files and the API: equity, option, future, fx, crypto, index.</summary>
public static class AssetClassCode
{
    /// <exception cref="ArgumentOutOfRangeException">Not a defined asset class.</exception>
    public static string Code(this AssetClass assetClass) => assetClass switch
    {
        AssetClass.Equity => "equity",
        AssetClass.Option => "option",
        AssetClass.Future => "future",
        AssetClass.Fx => "fx",
        AssetClass.Crypto => "crypto",
        AssetClass.Index => "index",
        _ => throw new ArgumentOutOfRangeException(nameof(assetClass), assetClass, "Not an asset class."),
    };

    public static bool TryParse(string? code, out AssetClass assetClass)
    {
        assetClass = code switch
        {
            "equity" => AssetClass.Equity,
            "option" => AssetClass.Option,
            "future" => AssetClass.Future,
            "fx" => AssetClass.Fx,
            "crypto" => AssetClass.Crypto,
            "index" => AssetClass.Index,
            _ => default,
        };
        return assetClass != default;
    }
}
