using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>What a number on the command line may be: said before anything is done with it.</summary>
internal static class Ranges
{
    public static void Within(this Option<int> option, int least, int most) =>
        option.Validators.Add(result => Check(result, least, most));

    public static void Within(this Option<double> option, double least, double most) =>
        option.Validators.Add(result => Check(result, least, most));

    // A word that is no number the parser finds wrong by itself, after this. Not a number compares below everything.
    private static void Check<T>(OptionResult result, T least, T most)
        where T : struct, IComparable<T>, IFormattable, IParsable<T>
    {
        if (result.Tokens is not [var word, ..] || !T.TryParse(word.Value, CultureInfo.InvariantCulture, out var given)) return;
        if (given.CompareTo(least) >= 0 && given.CompareTo(most) <= 0) return;
        result.AddError(FormattableString.Invariant($"{result.Option.Name} is {word.Value}, outside {least} to {most}."));
    }
}
