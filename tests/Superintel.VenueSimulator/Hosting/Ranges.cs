using System.CommandLine;
using System.CommandLine.Parsing;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>What a number on the command line may be: said before anything is done with it.</summary>
internal static class Ranges
{
    public static void Within(this Option<int> option, int least, int most) =>
        option.Validators.Add(result => Check(result, value: Given(result, option), least, most));

    public static void Within(this Option<double> option, double least, double most) =>
        option.Validators.Add(result => Check(result, value: Given(result, option), least, most));

    // A word that is no number has been found wrong already.
    private static T? Given<T>(OptionResult result, Option<T> option)
        where T : struct => result.Errors.Any() || result.Tokens.Count == 0 ? null : result.GetValue(option);

    private static void Check<T>(OptionResult result, T? value, T least, T most)
        where T : struct, IComparable<T>, IFormattable
    {
        // Not a number compares below everything.
        if (value is not { } given || (given.CompareTo(least) >= 0 && given.CompareTo(most) <= 0)) return;
        result.AddError(FormattableString.Invariant($"{result.Option.Name} is {result.Tokens[0].Value}, outside {least} to {most}."));
    }
}
