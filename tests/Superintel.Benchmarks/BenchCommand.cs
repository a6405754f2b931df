using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Superintel.Benchmarks;

/// <summary>The command <c>bench</c>: a measurement of its own by name, or BenchmarkDotNet's whose name holds the word.</summary>
internal static class BenchCommand
{
    private const int Refused = 2;

    private const string Page = """
        Usage: ./superintel bench [NAME] [OPTIONS]

        Without a name: all of BenchmarkDotNet's benchmarks. Names:
        """;

    private const string Rest = """
        Any other word: BenchmarkDotNet's benchmarks whose full name holds it, with BenchmarkDotNet's own options behind it. There are:
        """;

    private static IReadOnlyList<string> Benchmarks { get; } =
    [
        .. from type in typeof(BenchCommand).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.GetCustomAttribute<BenchmarkAttribute>() is not null
           let name = $"{type.FullName}.{method.Name}"
           orderby name
           select name,
    ];

    public static async Task<int> Run(string[] args)
    {
        if (args.Any(argument => argument is "--help" or "-h" or "-?" or "help"))
        {
            Help(Console.Out);
            return 0;
        }
        if (args is not [var word, ..] || word.StartsWith('-')) return Dotnet(args is [] ? ["--filter", "*"] : args);
        if (Measurement.All.FirstOrDefault(one => one.Name == word) is { } known) return await Measured(known, args[1..]);
        if (Benchmarks.Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return Dotnet(["--filter", $"*{word}*", .. args[1..]]);
        await Console.Error.WriteLineAsync(
            $"error bad-input: there is no benchmark '{word}'; there are {string.Join(", ", Measurement.All.Select(one => one.Name))}"
                + $" and {string.Join(", ", Benchmarks)}");
        return Refused;
    }

    private static async Task<int> Measured(Measurement known, string[] options)
    {
        if (options.FirstOrDefault(option => !known.Takes(option)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"error bad-input: {known.Name} has no option '{unknown}'; it has: {known.Options}");
            return Refused;
        }
        return await known.Run(options);
    }

    // What BenchmarkDotNet writes stays beside the program: the folder that it is called from may be anybody's.
    private static int Dotnet(string[] arguments)
    {
        var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run(arguments, config);
        return 0;
    }

    private static void Help(TextWriter output)
    {
        output.WriteLine(Page);
        foreach (var one in Measurement.All) output.WriteLine($"  {$"{one.Name} {one.Options}",-45}{one.Meaning}");
        output.WriteLine();
        output.WriteLine(Rest);
        foreach (var name in Benchmarks) output.WriteLine($"  {name}");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 1 a goal was missed, 2 no such name or option.");
        output.WriteLine("What BenchmarkDotNet writes goes beside the program.");
    }
}
