namespace Bench.Speed;

/// <summary>One line of the table: what is requested, over how many connections at once.</summary>
/// <param name="Act">Does it once, for the client of the given number.</param>
/// <param name="Most">How often it can be done, if it cannot be repeated without end.</param>
internal sealed record Line(string Name, Func<int, Connection, Task> Act, int Connections = 4, int? Most = null);
