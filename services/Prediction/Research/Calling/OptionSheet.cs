using System.CommandLine;
using System.CommandLine.Completions;

namespace Superintel.Prediction.Research.Calling;

/// <summary>What a form needs to know of an option.</summary>
/// <param name="Name">Without dashes.</param>
/// <param name="Type">text, whole, number or flag.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Default">Value when it is left out; null when there is none.</param>
/// <param name="Allowed">The only texts that are taken, or null.</param>
/// <param name="Required">Whether it must be given.</param>
public sealed record OptionSheet(
    string Name, string Type, string Description, object? Default, IReadOnlyList<string>? Allowed, bool Required)
{
    public static OptionSheet Of(Option option)
    {
        string type = TypeOf(Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType);
        string[] allowed = type == "text" ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : [];
        return new OptionSheet(
            option.Name.TrimStart('-'),
            type,
            option.Description ?? "",
            option.HasDefaultValue ? option.GetDefaultValue() : null,
            allowed.Length > 0 ? allowed : null,
            option.Required);
    }

    private static string TypeOf(Type type) =>
        type == typeof(bool) ? "flag"
        : type == typeof(int) ? "whole"
        : type == typeof(double) ? "number"
        : type == typeof(string) ? "text"
        : throw new NotSupportedException($"There is no form for an option of {type.Name}.");
}
