using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>
/// Keeps answers as long as nothing that they show has changed: the rows of the operator (<see cref="ChangeCounter"/>),
/// the viewer and the minute. The setting <c>Memory:AnswersMb</c> limits their memory; 0 keeps none.
/// </summary>
internal sealed class KeptAnswers(ChangeCounter changes, TimeProvider clock, IConfiguration configuration) : IDisposable
{
    private const string Setting = "Memory:AnswersMb";
    private const int DefaultMegabytes = 32;

    private readonly MemoryCache kept =
        new(new MemoryCacheOptions { SizeLimit = Megabytes(configuration) * 1_000_000L });

    /// <summary>This run of the server. Changes are counted anew in each run.</summary>
    public Guid Run { get; } = Guid.NewGuid();

    private long Minute => clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>Call it before the first query of the answer.</summary>
    public AnswerState StateOf(Viewer viewer, Guid? charterId)
    {
        var since = changes.Number;
        var last = charterId is { } id ? changes.LastOfCharter(id) : changes.LastOfOperator(viewer.OperatorId);
        return new(viewer, charterId, Minute, since, last);
    }

    public KeptAnswer? Find(in AnswerKey key, Viewer viewer) =>
        kept.TryGetValue(key, out KeptAnswer? answer) && answer!.State.Viewer.IsSameAs(viewer)
            && answer.State.Minute == Minute && IsUnchanged(answer.State) ? answer : null;

    public void Keep(in AnswerKey key, KeptAnswer answer)
    {
        if (!IsUnchanged(answer.State)) return;
        kept.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Content.Size });
    }

    public void Dispose() => kept.Dispose();

    /// <exception cref="FormatException">The setting is invalid; the message names it.</exception>
    private static int Megabytes(IConfiguration configuration) =>
        configuration[Setting] is not { } text ? DefaultMegabytes
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
        : throw new FormatException($"{Setting} is \"{text}\"; it must be a whole number, and 0 keeps no answers.");

    private bool IsUnchanged(AnswerState state) => state.CharterId is { } charterId
        ? changes.IsCharterUnchanged(state.Viewer.OperatorId, charterId, state.Since)
        : changes.IsOperatorUnchanged(state.Viewer.OperatorId, state.Since);
}
