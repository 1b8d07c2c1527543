using System.Collections.Concurrent;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// Numbers the commits of this process, so that what was read can be kept and used as long as nothing that it shows has
/// changed. A reader notes <see cref="Number"/> before its first query. What it read is valid while no commit with a
/// higher number concerns it. Each commit is counted after it was made and before it is acknowledged, so nobody who saw
/// a change acknowledged is shown an older state.
/// </summary>
public sealed class ChangeCounter
{
    private readonly ConcurrentDictionary<Guid, long> charters = [];
    private readonly ConcurrentDictionary<Guid, long> operators = [];
    private readonly ConcurrentDictionary<Guid, long> lists = [];
    private long number;
    private long everything;
    private long people;

    /// <summary>The number of the latest commit.</summary>
    public long Number => Interlocked.Read(ref number);

    /// <summary>Counts a commit.</summary>
    public void Raise(ChangeScope scope)
    {
        var next = Interlocked.Increment(ref number);
        if (scope.IncludesPeople) RaiseTo(ref people, next);
        if (scope.OperatorId is not { } operatorId) RaiseTo(ref everything, next);
        else if (scope.CharterId is { } charterId) RaiseTo(charters, charterId, next);
        else RaiseTo(operators, operatorId, next);
        if (scope.OperatorId is { } id) RaiseTo(lists, id, next);
    }

    /// <summary>Whether sessions, members and operators are as when the number was noted.</summary>
    public bool ArePeopleUnchanged(long since) => Math.Max(Interlocked.Read(ref people), Everything) <= since;

    /// <summary>Whether everything that a page about a charter shows is as when the number was noted.</summary>
    public bool IsCharterUnchanged(Guid operatorId, Guid charterId, long since) =>
        Everything <= since && Last(operators, operatorId) <= since && Last(charters, charterId) <= since;

    /// <summary>Whether everything of an operator is as when the number was noted.</summary>
    public bool IsOperatorUnchanged(Guid operatorId, long since) =>
        Everything <= since && Last(lists, operatorId) <= since;

    /// <summary>The number of the latest commit about a charter itself.</summary>
    public long LastOfCharter(Guid charterId) => Last(charters, charterId);

    /// <summary>The number of the latest commit of an operator.</summary>
    public long LastOfOperator(Guid operatorId) => Last(lists, operatorId);

    private long Everything => Interlocked.Read(ref everything);

    private static long Last(ConcurrentDictionary<Guid, long> marks, Guid id) => marks.GetValueOrDefault(id);

    private static void RaiseTo(ConcurrentDictionary<Guid, long> marks, Guid id, long to) =>
        marks.AddOrUpdate(id, static (_, next) => next, static (_, last, next) => Math.Max(last, next), to);

    private static void RaiseTo(ref long mark, long to)
    {
        long last;
        while ((last = Interlocked.Read(ref mark)) < to && Interlocked.CompareExchange(ref mark, to, last) != last)
        {
        }
    }
}
