namespace Superintel.AppHost.Model;

/// <summary>A named volume that outlives the container.</summary>
/// <param name="Name">Its name within the fleet.</param>
/// <param name="Target">Where the container sees it.</param>
public sealed record Volume(string Name, string Target);
