using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Calling;

/// <summary>
/// Options that came as JSON, parsed by the very options of the command line: one name, one check and one message everywhere. A value is
/// handed over as the value of its option, never as text that is taken apart again.
/// </summary>
public static class OptionArguments
{
    private const int LongestValue = 1000;

    // Without it "@name" would be read as a file of arguments.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Parses a method's options.</summary>
    /// <param name="method">The method.</param>
    /// <param name="options">Option names without dashes, and their values; null entries mean the default.</param>
    /// <exception cref="InputFaultException">An option is unknown or its value is not allowed; in the parser's words.</exception>
    public static ParseResult Parse(ResearchMethod method, IReadOnlyDictionary<string, JsonNode?> options)
    {
        var command = new Command(method.Name, method.Description);
        foreach (var option in method.Options)
            command.Options.Add(option);
        string[] arguments =
        [
            .. from given in options
               orderby given.Key
               where given.Value is not null
               select $"{Named(method, given.Key)}={Text(given.Key, given.Value)}",
        ];
        var parsed = command.Parse(arguments, Plain);
        return parsed.Errors.Count == 0 ? parsed : throw Refused(string.Join(" ", parsed.Errors.Select(error => error.Message)));
    }

    private static string Named(ResearchMethod method, string name)
    {
        string dashed = $"--{name}";
        return method.Options.Any(option => option.Name == dashed || option.Aliases.Contains(dashed))
            ? dashed
            : throw Refused($"Unrecognized command or argument '{dashed}'.");
    }

    private static string Text(string name, JsonNode value)
    {
        string text = value is JsonValue leaf && leaf.TryGetValue(out string? words) ? words
            : value is JsonValue ? value.ToJsonString()
            : throw Refused($"--{name} takes one value.");
        return text.Length <= LongestValue ? text : throw Refused($"--{name} is longer than {LongestValue} characters.");
    }

    private static InputFaultException Refused(string message) => new("bad-option", null, null, message);
}
