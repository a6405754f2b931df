using System.CommandLine;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research;

/// <summary>What a method works on.</summary>
/// <param name="Table">The series.</param>
/// <param name="Options">Its options, parsed and checked.</param>
/// <param name="Progress">Told the share done, 0 to 1, from any thread; null when nobody looks.</param>
/// <param name="Token">Gives the work up.</param>
/// <param name="Workers">Threads it may use, at least 1: a matter of the machine, not of the question.</param>
public sealed record ResearchCall(
    SeriesTable Table, ParseResult Options, IProgress<double>? Progress, CancellationToken Token, int Workers = 1);
