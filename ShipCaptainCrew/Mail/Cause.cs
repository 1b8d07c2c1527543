using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>One thing that happened, and whom it concerns.</summary>
/// <param name="All">All that happened in the same change, of which one person hears only once.</param>
internal sealed record Cause(ShipDb Db, News Item, IReadOnlyList<News> All, By By)
{
    public Letter Letter(string kind, Guid? memberId, Guid subjectId, string facts = "{}") =>
        new(kind, $"{kind}|{subjectId}|{memberId}|{Item.Entry.Seq}", By.At)
        {
            OperatorId = Db.OperatorId,
            MemberId = memberId,
            SubjectId = subjectId,
            CharterId = Item.Entry.CharterId,
            Seq = Item.Entry.Seq,
            Facts = facts,
        };

    public Task<IEnumerable<Letter>> PlaceTaken(CrewRole role, Guid memberId) => PlaceChanged(PlaceLetter.Kind, memberId, new(role, true, By.MemberId));

    public Task<IEnumerable<Letter>> PlaceGivenUp(CrewRole role, Guid memberId) => PlaceChanged(PlaceGivenUpLetter.Kind, memberId, new(role, false, By.MemberId));

    /// <summary>The draft is shown: whoever was put down for a place hears of it now.</summary>
    public async Task<IEnumerable<Letter>> PlacesShown(IReadOnlyList<Guid> placeIds) =>
        from place in (await Charter()).Places
        where placeIds.Contains(place.Id)
        let memberId = place.MemberId!.Value
        select Letter(PlaceLetter.Kind, memberId, memberId, new PlaceFacts(place.Role, true, By.MemberId).ToJson());

    public async Task<IEnumerable<Letter>> Moved()
    {
        var charter = await Charter();
        if (charter.Status == CharterStatus.Draft) return [];
        return Aboard(charter).Except(PlaceNews.Select(news => news.MemberId)).Select(memberId => Letter(MovedLetter.Kind, memberId, charter.Id));
    }

    public async Task<IEnumerable<Letter>> Cancelled()
    {
        var charter = await Charter();
        var crew = Aboard(charter).Select(memberId => Letter(CancelledLetter.Kind, memberId, charter.Id));
        return charter.Contact.Email is null ? crew : crew.Append(Letter(CharterOffLetter.Kind, null, charter.Id));
    }

    /// <summary>Whoever had a letter of the move hears that it is taken back.</summary>
    public async Task<IEnumerable<Letter>> TakenBack(MoveUndone undone)
    {
        var (wasCancelled, wasShown) = (undone.From == CharterStatus.Cancelled, undone.To == CharterStatus.Draft);
        if (wasCancelled == wasShown) return [];
        var facts = new TakenBackLetter.Facts(undone.From).ToJson();
        var charter = await Charter();
        var crew = Aboard(charter).Select(memberId => Letter(TakenBackLetter.Kind, memberId, charter.Id, facts));
        return wasCancelled && charter.Contact.Email is not null ? crew.Append(Letter(TakenBackLetter.Kind, null, charter.Id, facts)) : crew;
    }

    /// <summary>Everyone aboard who owes something and takes reminders.</summary>
    public async Task<IEnumerable<Letter>> Nudged()
    {
        var charter = await Charter();
        var hasOpenItems = (await Db.WithOpenItems([charter.Id], Phase.PreDeparture, default)).Count > 0;
        var owing = charter.Places.Where(place => !place.IsOpen && (hasOpenItems || place.ConfirmedAt is null)).ToList();
        var ids = owing.Select(place => place.MemberId!.Value).ToList();
        var wanting = (await Db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToListAsync())
            .Where(member => member.MayCome && member.Wants(LetterChoice.Reminders)).Select(member => member.Id).ToHashSet();
        return owing.Where(place => wanting.Contains(place.MemberId!.Value))
            .Select(place => Letter(ReminderLetter.Kind, place.MemberId, place.Id, new PlaceFacts(place.Role, true, By.MemberId).ToJson()));
    }

    /// <summary>The captains of the vessel's next charters and the office hear at once that she does not sail, except for whoever found out.</summary>
    public async Task<IEnumerable<Letter>> NoSail(DefectRaised raised)
    {
        var captains = await Db.Charters
            .Where(charter => charter.VesselId == raised.VesselId
                && (CharterStates.AwaitingDeparture.Contains(charter.Status)
                    || charter.Status == CharterStatus.Underway))
            .SelectMany(charter => charter.Places).Where(place => place.Role == CrewRole.Captain && place.MemberId != null)
            .Select(place => place.MemberId!.Value).Distinct().ToListAsync();
        return captains.Union(await Office()).Where(id => id != By.MemberId).Select(id => Letter(DefectLetter.Kind, id, raised.Id));
    }

    /// <summary>The person is told, and with them the captain and the office, except for whoever did it.</summary>
    private async Task<IEnumerable<Letter>> PlaceChanged(string kind, Guid memberId, PlaceFacts facts)
    {
        if (PlaceNews.Last(news => news.MemberId == memberId).Seq > Item.Entry.Seq) return [];
        var watching = (await Office()).Append((await Charter()).CaptainId ?? memberId).Distinct().Where(id => id != memberId && id != By.MemberId);
        return watching.Select(id => Letter(NoticeLetter.Kind, id, memberId, facts.ToJson())).Prepend(Letter(kind, memberId, memberId, facts.ToJson()));
    }

    /// <summary>Whose places on this charter changed in this change, in order.</summary>
    private IEnumerable<(Guid MemberId, long Seq)> PlaceNews =>
        from item in All
        where item.Entry.CharterId == Item.Entry.CharterId
        let memberId = item.Announcement switch
        {
            RoleClaimed claimed => claimed.MemberId,
            RoleReleased released => released.MemberId,
            _ => (Guid?)null,
        }
        where memberId is not null
        select (memberId.Value, item.Entry.Seq);

    private async Task<Charter> Charter() => (await Db.Charters.FindAsync(Db.OperatorId, Item.Entry.CharterId))!;

    public Task<List<Guid>> Office() => Db.Office().Select(member => member.Id).ToListAsync();

    private static IEnumerable<Guid> Aboard(Charter charter) => charter.Places.Where(place => !place.IsOpen).Select(place => place.MemberId!.Value);
}
