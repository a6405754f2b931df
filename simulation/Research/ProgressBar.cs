using Spectre.Console;

namespace Superintel.Simulation.Research;

/// <summary>A progress bar on a terminal's standard error, nothing elsewhere.</summary>
internal static class ProgressBar
{
    public static T Show<T>(string what, Func<IProgress<double>?, T> run)
    {
        if (Console.IsErrorRedirected)
            return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().Start(context => run(new Bar(context.AddTask(what, maxValue: 1))));
    }

    // Progress<T> would post to a thread pool and let a late report overtake the last one.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Max(task.Value, value);
    }
}
