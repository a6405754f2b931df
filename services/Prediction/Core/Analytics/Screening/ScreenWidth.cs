namespace Superintel.Prediction.Analytics.Screening;

/// <summary>How many pairs the screen works on at once.</summary>
public enum ScreenWidth
{
    /// <summary>The widest registers that the machine accelerates.</summary>
    Widest,

    /// <summary>One pair after the other, by <see cref="Cointegration.EngleGranger"/>: the reference.</summary>
    OnePair,

    /// <summary>128-bit registers, two pairs.</summary>
    Bits128,

    /// <summary>256-bit registers, four pairs.</summary>
    Bits256,

    /// <summary>512-bit registers, eight pairs.</summary>
    Bits512,
}
