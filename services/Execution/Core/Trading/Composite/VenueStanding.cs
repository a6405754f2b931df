namespace Superintel.Execution.Trading.Composite;

/// <summary>How a venue stands in this run of the service.</summary>
/// <param name="Since">When this run began, UTC on the machine's clock.</param>
/// <param name="ComparedAt">Of the newest comparison, UTC on the machine's clock; null: none yet, and no order goes there.</param>
/// <param name="Failures">Comparisons in a row that did not come through.</param>
/// <param name="LastError">Why the newest did not; null: it did, or there was none.</param>
public sealed record VenueStanding(
    string Venue, string Account, DateTimeOffset Since, DateTimeOffset? ComparedAt, int Failures, string? LastError)
{
    /// <summary>After so many comparisons in a row that did not come through a venue is silent.</summary>
    public const int SilentAfter = 3;

    /// <summary>A person was told that it does not answer.</summary>
    public bool IsTold { get; init; }

    public bool IsCompared => ComparedAt is not null;

    /// <summary>It was compared in this run and does not answer any more, or not to us: nothing new is begun there.</summary>
    public bool IsSilent => IsCompared && Failures >= SilentAfter;

    /// <summary>For a person.</summary>
    public override string ToString() => IsSilent
        ? $"{Venue} {Account} has not answered {Failures} times since {ComparedAt!.Value.UtcDateTime:O}: {LastError}"
        : IsCompared ? $"{Venue} {Account} was compared at {ComparedAt!.Value.UtcDateTime:O}."
        : $"{Venue} {Account} waits for its first comparison since {Since.UtcDateTime:O}: {LastError ?? "not asked yet"}.";
}
