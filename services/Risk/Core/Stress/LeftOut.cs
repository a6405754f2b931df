using Superintel.Kernel;

namespace Superintel.Risk.Stress;

/// <summary>A position in the desk's accounts that counts in no number of an answer.</summary>
/// <param name="Quantity">Signed, units.</param>
/// <param name="Code">Why: <see cref="NeverListed"/> or <see cref="NotSimulated"/>.</param>
public sealed record LeftOut(string Venue, string Account, InstrumentId Instrument, decimal Quantity, string Code)
{
    /// <summary>It was never listed: it has no price here.</summary>
    public const string NeverListed = "never-listed";

    /// <summary>The breakers that are simulated neither see nor sell what is not the desk's.</summary>
    public const string NotSimulated = "not-simulated";
}
