using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Demo;

public sealed partial class DemoSeedTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public async Task The_demo_has_two_vessels_four_types_and_four_checklists()
    {
        var vessels = await demo.Look(db =>
            db.Vessels.OrderBy(vessel => vessel.Details.PassengerCapacity).ToListAsync());
        Assert.Equal([(6, false), (49, true)],
            vessels.Select(vessel => (vessel.Details.PassengerCapacity, vessel.Details.Inspected)));
        Assert.Equal(["Harbor tour", "Memorial at sea", "Private party", "Sunset sail"],
            await demo.Look(db => db.CharterTypes.OrderBy(type => type.Name).Select(type => type.Name).ToListAsync()));
        Assert.Equal([6, 8, 12, 18],
            (await demo.Look(db => db.ChecklistTemplates.ToListAsync())).Select(list => list.Items.Count).Order());
    }

    [Fact]
    public async Task Waivers_are_signed_by_link()
    {
        var signed = await demo.Look(db => db.Log.Where(entry => entry.Kind == "waiver.signed").ToListAsync());

        Assert.NotEmpty(signed);
        Assert.All(signed, entry => Assert.True(entry.IsByLink));
    }

    [Fact]
    public async Task Log_entries_have_no_session_or_address() =>
        Assert.All(await demo.Look(db => db.Log.ToListAsync()),
            entry => Assert.Equal((null, null), (entry.SessionId, entry.Address)));

    [Fact]
    public async Task Eight_members_have_joined_with_the_roles_and_qualifications_they_need()
    {
        var members = await demo.Look(db => db.Members.ToListAsync());
        Assert.All(members, member => Assert.Equal(MemberStatus.Active, member.Status));
        Assert.All(members, member => Assert.EndsWith("@harbor-demo.example", member.Email, StringComparison.Ordinal));
        Assert.Equal([MemberRole.Owner, MemberRole.Dispatcher],
            members.Where(member => member.IsOffice).Select(member => member.Role).OrderDescending());
        var crew = members.Where(member => !member.IsOffice).Select(member => member.Qualifications[0]).Order();
        Assert.Equal(
            [CrewRole.Captain, CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand, CrewRole.Deckhand,
                CrewRole.Deckhand],
            crew);
    }
}
