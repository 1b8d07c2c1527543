namespace Bench.Speed;

/// <summary>One line of the table: what is requested, over how many connections at once.</summary>
/// <param name="Act">Does it once.</param>
/// <param name="Most">How often it can be done, if it cannot be repeated without end.</param>
internal sealed record Line(string Name, Func<Connection, Task> Act, int Connections = Line.Usual, int? Most = null)
{
    public const int Usual = 4;

    /// <summary>A request that is answered with 200.</summary>
    public static Line Of(string name, byte[] request, int connections = Usual) =>
        new(name, async open => (await open.Send(request)).Expect(200), connections);

    /// <summary>A request that is made anew each time and answered with 200.</summary>
    public static Line Of(string name, Func<byte[]> next, int connections = Usual) =>
        new(name, async open => (await open.Send(next())).Expect(200), connections);
}
