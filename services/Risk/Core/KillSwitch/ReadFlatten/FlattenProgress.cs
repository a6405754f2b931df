using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.KillSwitch.ReadFlatten;

/// <summary>How getting out of a pair stands that is still held.</summary>
/// <param name="Instruments">What is still held, in order.</param>
/// <param name="Attempts">Exits that were placed and are over.</param>
/// <param name="Denied">Why Execution denied the newest exit, which is tried again; empty when it did not.</param>
/// <param name="GaveUp">Nothing more is tried until a flatten is asked for again.</param>
public sealed record FlattenProgress(
    string PairId, ImmutableArray<InstrumentId> Instruments, int Attempts, string Denied, bool GaveUp);
