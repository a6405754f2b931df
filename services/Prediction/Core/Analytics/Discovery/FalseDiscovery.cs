namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>How many false findings a list of findings may contain.</summary>
public enum FalseDiscovery
{
    /// <summary>Benjamini and Hochberg (1995): independent or positively dependent tests.</summary>
    BenjaminiHochberg,

    /// <summary>Benjamini and Yekutieli (2001): any dependence.</summary>
    BenjaminiYekutieli,
}
