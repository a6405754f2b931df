using BenchmarkDotNet.Running;

// `./superintel bench` runs all; `./superintel bench Kernel` those whose name holds the word; further arguments are BenchmarkDotNet's own.
var filters = args.Length > 0 && !args[0].StartsWith('-') ? ["--filter", $"*{args[0]}*", .. args[1..]] : args.Length > 0 ? args : ["--filter", "*"];
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(filters);
