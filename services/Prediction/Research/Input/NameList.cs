namespace Superintel.Prediction.Research.Input;

/// <summary>Names of series as one text: A,B.</summary>
public static class NameList
{
    public static string[] Of(string? text) =>
        text is null ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
