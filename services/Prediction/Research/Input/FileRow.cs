namespace Superintel.Prediction.Research.Input;

/// <summary>One record of a file.</summary>
/// <param name="Number">1 for the first row after the header; a blank line counts, so that an editor's line is one more.</param>
internal readonly record struct FileRow(string[] Cells, int Number);
