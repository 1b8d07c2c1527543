using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>The words that people see for each value.</summary>
public sealed class LabelsTests
{
    [Fact]
    public void A_role_has_a_word_for_one_and_for_several()
    {
        Assert.Equal(["captain", "first mate", "deckhand"], All<CrewRole>(Labels.Label));
        Assert.Equal(["captain", "first mate", "deckhand"], All<CrewRole>(role => role.Label(1)));
        Assert.Equal(["captains", "first mates", "deckhands"], All<CrewRole>(role => role.Label(2)));
        Assert.Equal(["captains", "first mates", "deckhands"], All<CrewRole>(role => role.Label(0)));
    }

    [Fact]
    public void A_status_and_the_change_that_led_to_it_have_words()
    {
        Assert.Equal(["draft", "scheduled", "boarding", "under way", "returned", "closed", "canceled"],
            All<CharterStatus>(Labels.Label));
        Assert.Equal(["planned", "published", "boarding opened", "lines off", "all fast", "closed", "canceled"],
            All<CharterStatus>(Labels.MoveLabel));
    }

    [Fact]
    public void Every_other_value_has_a_word()
    {
        Assert.Equal(["To do", "Started", "Done"], All<ItemState>(Labels.Label));
        Assert.Equal(["Before departure", "Under way", "After return"], All<Phase>(Labels.Label));
        Assert.Equal(["Minor", "Serious", "No-sail"], All<Severity>(Labels.Label));
        Assert.Equal(["Expected", "Arrived", "Aboard", "No-show"], All<GuestStatus>(Labels.Label));
        Assert.Equal(["crew", "dispatcher", "owner"], All<MemberRole>(Labels.Label));
        Assert.Equal(["Invited", "Active", "Suspended"], All<MemberStatus>(Labels.Label));
    }

    private static IEnumerable<string> All<T>(Func<T, LocalizedText> label)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => label(value).Text);
}
