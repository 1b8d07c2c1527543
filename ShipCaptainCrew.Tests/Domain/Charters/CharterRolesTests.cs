using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class CharterRolesTests
{
    private static readonly Guid Operator = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero);
    private static readonly Actor Office = new(Guid.CreateVersion7(), Now);

    private static readonly Member Kim = Somebody("Kim", CrewRole.Captain, CrewRole.FirstMate);
    private static readonly Member Max = Somebody("Max", CrewRole.FirstMate, CrewRole.Deckhand);
    private static readonly Member Sam = Somebody("Sam", CrewRole.Deckhand);
    private static readonly Member Alex = Somebody("Alex", CrewRole.Deckhand);
    private static readonly Member[] Everybody = [Kim, Max, Sam, Alex];

    [Fact]
    public void A_claim_is_confirmed_by_whoever_made_it_and_an_assignment_by_the_person_later()
    {
        var charter = Published();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));
        charter.Claim(CrewRole.FirstMate, Max, Office);

        Assert.Equal((Now, null), (charter.PositionOf(Sam.Id)!.ConfirmedAt, charter.PositionOf(Max.Id)!.ConfirmedAt));

        Assert.Null(charter.Claim(CrewRole.FirstMate, Max, Office));
        Assert.Null(charter.PositionOf(Max.Id)!.ConfirmedAt);
        Assert.Null(charter.Claim(CrewRole.FirstMate, Max, By(Max)));
        Assert.Equal(Now, charter.PositionOf(Max.Id)!.ConfirmedAt);
    }

    [Fact]
    public void Who_is_not_qualified_hears_that_first_and_the_office_beside_the_member()
    {
        var charter = Published();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));

        Assert.Equal("not_qualified", charter.Claim(CrewRole.Captain, Sam, By(Sam))!.Code);
        Assert.Equal(["member_id"], charter.Claim(CrewRole.Captain, Alex, Office)!.Errors!.Keys);
        Assert.Null(charter.Claim(CrewRole.Deckhand, Max, By(Max)));
        Assert.Equal("already_aboard", charter.Claim(CrewRole.FirstMate, Max, By(Max))!.Code);
    }

    [Fact]
    public void On_a_charter_that_is_over_nobody_comes_goes_or_confirms()
    {
        var charter = Published();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));
        charter.Claim(CrewRole.Deckhand, Alex, Office);
        charter.Cancel("Storm", Office);
        charter.TakeEvents();

        Assert.Equal("charter_closed", charter.Claim(CrewRole.FirstMate, Max, By(Max))!.Code);
        Assert.Equal("charter_closed", charter.Claim(CrewRole.Deckhand, Alex, By(Alex))!.Code);
        Assert.Equal("charter_closed", charter.Release(CrewRole.Deckhand, Sam.Id)!.Code);
        Assert.Equal("charter_closed", charter.AppointCaptain(Kim, Office)!.Code);
        Assert.Null(charter.Claim(CrewRole.Deckhand, Sam, By(Sam)));
        Assert.Null(charter.Release(CrewRole.FirstMate, Sam.Id));
        Assert.Empty(charter.TakeEvents());
    }

    [Fact]
    public void Whatever_is_claimed_released_and_appointed_nobody_holds_two_places_and_each_change_is_told_once() =>
        Deeds.Sample(deeds =>
    {
        var charter = Published();
        charter.TakeEvents();
        return deeds.All(deed => KeepsThePromise(charter, deed));
    });

    private static bool KeepsThePromise(Charter charter, Func<Charter, Refusal?> deed)
    {
        var before = Holders(charter);
        var refusal = deed(charter);
        var (after, told) = (
            Holders(charter), charter.TakeEvents().Count(news => news.Kind is "role.claimed" or "role.released"));
        var changed = before.Except(after).Count() + after.Except(before).Count();
        var once = after.Select(place => place.Member).Distinct().Count() == after.Count;
        var fit = after.All(place => Everybody.Single(member => member.Id == place.Member).Is(place.Role));
        return once && fit && told == changed && (refusal is null || changed == 0);
    }

    private static List<(CrewRole Role, Guid Member)> Holders(Charter charter) =>
        [
            .. charter.Positions.Where(position => !position.IsOpen)
                .Select(position => (position.Role, position.MemberId!.Value))];

    private static readonly Gen<Func<Charter, Refusal?>[]> Deeds =
        Gen.Select(Gen.Int[0, 4], Gen.Enum<CrewRole>(), Gen.OneOf(Everybody), Gen.Bool)
        .Select((kind, role, member, office) => (Func<Charter, Refusal?>)(charter => kind switch
        {
            0 => charter.Release(role, member.Id),
            1 => charter.AppointCaptain(member, Office),
            _ => charter.Claim(role, member, office ? Office : By(member)),
        })).Array[1, 30];

    private static Actor By(Member member) => new(member.Id, Now);

    private static Member Somebody(string name, params CrewRole[] qualifications) =>
        new(Operator, Guid.CreateVersion7(), new()
        {
            Name = name,
            Email = $"{name}@example.com",
            Role = MemberRole.Crew,
            Qualifications = qualifications,
        });

    private static Charter Published()
    {
        var plan = new Plan
        {
            VesselId = Guid.CreateVersion7(),
            Date = new(2026, 7, 4),
            Title = "Sunset sail",
            Contact = Contact.None,
        };
        var charter = new Charter(Operator, plan, "America/Los_Angeles", null);
        charter.Publish(Office);
        return charter;
    }
}
