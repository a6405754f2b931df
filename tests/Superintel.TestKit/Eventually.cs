using System.Diagnostics;

namespace Superintel.TestKit;

/// <summary>Waits for a condition, never for a time: the deadline only says when to give up.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    public static Task True(Func<bool> condition, string what, TimeSpan? within = null) =>
        True(() => Task.FromResult(condition()), what, within);

    public static async Task True(Func<Task<bool>> condition, string what, TimeSpan? within = null)
    {
        var deadline = within ?? Patience;
        var waited = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(2);
        while (!await condition())
        {
            if (waited.Elapsed > deadline) Assert.Fail($"not within {deadline.TotalSeconds:0.#} s: {what}");
            await Task.Delay(pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Waits until a value satisfies the condition, and returns it.</summary>
    public static async Task<T> Get<T>(Func<Task<T>> read, Func<T, bool> condition, string what, TimeSpan? within = null)
    {
        var value = default(T);
        await True(async () => condition(value = await read()), what, within);
        return value!;
    }
}
