using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>An order that the venue has, under the name that Execution gave it.</summary>
internal sealed record TakenOrder(string ClientOrderId, SimOrder Order);
