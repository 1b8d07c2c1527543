namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The plan of a charter and its changes.</summary>
public sealed partial class Charter
{
    public Plan Plan => new()
    {
        VesselId = VesselId,
        Date = Date,
        Title = Title,
        Departure = Departure,
        DepartureGiven = DepartureGiven,
        Return = Return,
        ReturnGiven = ReturnGiven,
        MeetingPoint = MeetingPoint,
        GuestsArriveAt = GuestsArriveAt,
        Contact = Contact,
        Reference = Reference,
        GuestsExpected = GuestsExpected,
        Notes = Notes,
    };

    /// <summary>Changes the plan. A charter that is closed or cancelled cannot be changed.</summary>
    public Refusal? Replan(Plan plan, string timeZone, CharterType? type)
    {
        if (IsOver) return TooLateToReplan();
        var changed = Plan.Differing(plan).ToList();
        if (CharterTypeId != type?.Id) changed.Add("charter_type_id");
        if (changed.Count == 0) return null;
        if (Retype(type) is { } refusal) return refusal;
        var moved = Date != plan.Date || Departure != plan.Departure || Return != plan.Return
            || VesselId != plan.VesselId || MeetingPoint != plan.MeetingPoint;
        Write(plan, timeZone);
        Version++;
        Raise(new CharterChanged(Id, changed, moved));
        return null;
    }

    /// <summary>Refuses a change of the plan of a charter that is closed or cancelled.</summary>
    public Refusal TooLateToReplan() => TooLateToChange("This charter is {0}; it can no longer be changed.");

    /// <summary>
    /// Applies the times and manning of another type. Held positions stay; open ones follow the new type.
    /// </summary>
    private Refusal? Retype(CharterType? type)
    {
        if (CharterTypeId == type?.Id) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        (CharterTypeId, Schedule) = (type?.Id, type?.Schedule);
        AutomaticTransitions = type?.AutomaticTransitions ?? false;
        OpenPositions(type?.Roles ?? new());
        return null;
    }

    private void Write(Plan plan, string timeZone)
    {
        if (Return != plan.Return) Overdue = null;
        (VesselId, Date, Title, TimeZone) = (plan.VesselId, plan.Date, plan.Title, timeZone);
        (Departure, DepartureGiven) = (plan.Departure, plan.DepartureGiven);
        (Return, ReturnGiven) = (plan.Return, plan.ReturnGiven);
        (MeetingPoint, GuestsArriveAt, Contact) = (plan.MeetingPoint, plan.GuestsArriveAt, plan.Contact);
        (Reference, GuestsExpected, Notes) = (plan.Reference, plan.GuestsExpected, plan.Notes);
        SortAt = plan.Departure ?? LocalTime.Nearest(plan.Date.ToDateTime(TimeOnly.MinValue), Zone);
    }
}
