using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>Our names for orders in the 24 characters that a comment leaves: the dashes of leg and attempt are left out.</summary>
internal static class Mt4Name
{
    public const int Longest = 24;

    private const int Plain = 21; // o and a stable id

    /// <returns>Null when the name cannot be told in so few characters.</returns>
    public static string? Of(ClientOrderId id)
    {
        var text = id.Value;
        if (text.Length == Plain + 4 && text[Plain] == '-' && text[Plain + 2] == '-' && char.IsAsciiDigit(text[Plain + 1])
            && char.IsAsciiDigit(text[Plain + 3]))
            return $"{text[..Plain]}{text[Plain + 1]}{text[Plain + 3]}";
        return text.Length <= Longest && text.Length != Plain + 2 ? text : null;
    }

    public static ClientOrderId Read(string name) => name.Length == Plain + 2
        ? new ClientOrderId($"{name[..Plain]}-{name[Plain]}-{name[Plain + 1]}")
        : new ClientOrderId(name);
}
