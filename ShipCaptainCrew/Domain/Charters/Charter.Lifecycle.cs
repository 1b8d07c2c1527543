namespace ShipCaptainCrew.Domain.Charters;

public sealed partial class Charter
{
    /// <summary>Shows the draft to the crew. Until then only the office knows of it.</summary>
    public Refusal? Publish(By by)
    {
        if (Status == CharterStatus.Scheduled) return null;
        if (Status != CharterStatus.Draft) return WrongState("This charter is {0}, so it cannot be published.");
        Status = CharterStatus.Scheduled;
        Announce(new CharterPublished(Id, [.. places.Where(place => place.MemberId is { } member && member != by.MemberId).Select(place => place.Id)]));
        return null;
    }

    /// <summary>Calls it off, before it is under way. Everyone aboard is told at once, with the reason.</summary>
    public Refusal? Cancel(string reason)
    {
        if (Status == CharterStatus.Cancelled) return null;
        if (Status >= CharterStatus.Underway) return WrongState("This charter is {0}, so it cannot be cancelled.");
        var wasDraft = Status == CharterStatus.Draft;
        (Status, CancelReason) = (CharterStatus.Cancelled, reason);
        Announce(new CharterCancelled(Id, wasDraft));
        return null;
    }

    /// <summary>Only a draft can be removed; what the crew has seen is cancelled instead.</summary>
    public Refusal? Discard()
    {
        if (Status != CharterStatus.Draft) return Refusal.Conflict("not_a_draft", "Only a draft can be removed. Cancel this charter instead.", ("state", Wire.Name(Status)));
        Announce(new CharterDiscarded(Id));
        return null;
    }

    private Refusal WrongState(string says) => Refusal.Conflict("wrong_state", new Words(says, Status.Word()), ("state", Wire.Name(Status)));
}
