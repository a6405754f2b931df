using Spectre.Console;

namespace Superintel.Simulation.Research;

/// <summary>A progress bar on a terminal's standard error, nothing elsewhere.</summary>
internal static class ScreenProgress
{
    public static T Show<T>(int total, Func<IProgress<int>?, T> run)
    {
        if (Console.IsErrorRedirected)
            return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().Start(context =>
        {
            var bar = context.AddTask("Pairs", maxValue: Math.Max(1, total));
            return run(new Bar(bar));
        });
    }

    // Progress<T> would post to a thread pool and let a late report overtake the last one.
    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = Math.Max(task.Value, value);
    }
}
