using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Refused claims, and claims in a draft.</summary>
public sealed partial class CharterRolesTests
{
    [Fact]
    public void A_claim_of_a_full_role_is_refused_with_its_holders()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));
        charter.Claim(CrewRole.Deckhand, Alex, By(Alex));

        var refusal = charter.Claim(CrewRole.Deckhand, Max, By(Max))!;

        Assert.Equal(Charter.PositionTaken, refusal.Code);
        Assert.Equal("This role is already filled.", $"{refusal.Message}");
        Assert.Equal([Sam.Id, Alex.Id], (List<Guid>)refusal.Extensions!["holders"]!);
    }

    [Fact]
    public void Refused_claims_say_why()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.FirstMate, Max, By(Max));

        Assert.Equal("You are not qualified as captain. The office can change that.",
            $"{charter.Claim(CrewRole.Captain, Sam, By(Sam))!.Message}");
        Assert.Equal("Sam is not qualified as captain.",
            $"{charter.Claim(CrewRole.Captain, Sam, Office)!.FirstMessage}");
        Assert.Equal("Max is already first mate on this charter.",
            $"{charter.Claim(CrewRole.Deckhand, Max, By(Max))!.Message}");
    }

    [Fact]
    public void Claims_and_releases_in_a_draft_are_marked_as_such()
    {
        var charter = DraftCharter();
        charter.TakeEvents();

        charter.Claim(CrewRole.FirstMate, Max, By(Max));
        charter.Release(CrewRole.FirstMate, Max.Id);

        var events = charter.TakeEvents();
        Assert.True(Assert.IsType<RoleClaimed>(events[0]).InDraft);
        Assert.True(Assert.IsType<RoleReleased>(events[1]).InDraft);
    }
}
