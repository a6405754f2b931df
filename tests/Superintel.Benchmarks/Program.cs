using BenchmarkDotNet.Running;
using Superintel.Benchmarks.Analytics;
using Superintel.Benchmarks.Journal;
using Superintel.Benchmarks.Risk;
using Superintel.Benchmarks.Venues;
using Superintel.Benchmarks.Venues.Orders.Apart;

// The numeric library states ratios within one run, which a table of separate benchmarks cannot.
if (args is ["analytics", ..]) return AnalyticsBenchmark.Run(args[1..]);

if (args is ["venues", ..]) return await VenueBenchmark.Run(args[1..]);
if (args is [VenueProcess.Word, var venue, var clock, ..])
    return await VenueProcess.Run(venue, clock, args.Contains(VenueProcess.Sleeping));

// A running service on real servers.
if (args is ["journal", ..]) return await JournalBenchmark.Run(args[1..]);

// A percentile of single calls: the goal is no mean.
if (args is ["risk", ..]) return RiskBenchmark.Run(args[1..]);
if (args is ["risk-chain", ..]) return ChainBenchmark.Run(Console.Out, args.Contains("--quick"));

if (args is ["chaos", ..]) return ChaosBenchmark.Run(Console.Out, args.Contains("--quick"));

// `./superintel bench` runs all; `./superintel bench Kernel` those whose name holds the word; further arguments are BenchmarkDotNet's own.
var filters = args.Length > 0
    && !args[0].StartsWith('-') ? ["--filter", $"*{args[0]}*", .. args[1..]] : args.Length > 0 ? args : ["--filter", "*"];
BenchmarkSwitcher.FromAssembly(typeof(RiskBenchmark).Assembly).Run(filters);
return 0;
