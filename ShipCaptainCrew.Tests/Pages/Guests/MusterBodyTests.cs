using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class MusterBodyTests : FragmentTestBase
{
    private readonly Muster muster = TestGuests.Muster();
    private readonly Charter charter = UtcCharter.Scheduled();

    [Fact]
    public void Until_the_orientation_is_held_its_form_is_open()
    {
        var body = Body(Viewers.Dana);

        Assert.True(body.Find("#orientation + details").HasAttribute("open"));
        Assert.Equal("Record it", body.Find("#orientation + details summary").Words());
        Assert.Equal(OrientationTopics.UsualTopics,
            body.FindAll("[name=topics]").Select(topic => topic.GetAttribute("value")));
    }

    [Fact]
    public void The_orientation_shows_who_held_it_its_topics_and_who_has_not_heard_it()
    {
        muster.Orient("Life jackets\nThe boom", UtcCharter.ByKim(16, 40));

        var body = Body(Viewers.Dana, TestGuests.Guest("Ben Cole", GuestStatus.Boarded));

        Assert.Equal("Given by Kim, 4:40 PM", body.Find("#orientation + p").Words());
        Assert.Equal(["Life jackets", "The boom"], Texts(body.FindAll(".topics li")));
        Assert.Equal("Boarded after it and missed it: Ben Cole",
            body.Find("section[aria-labelledby=orientation] .note.alarm").Words());
        Assert.False(body.Find("section[aria-labelledby=orientation] details").HasAttribute("open"));
    }

    [Fact]
    public void The_count_is_sent_ashore_by_those_who_keep_the_list()
    {
        const string form = "section[aria-labelledby=ashore] form";

        Assert.Equal("Send count ashore", Body(Viewers.Kim).Find(form).Words());
        Assert.Empty(Body(Viewers.Alex).FindAll(form));
    }

    [Theory]
    [InlineData(1, "", "1 aboard, sent to the office by Kim, 5:10 PM", "note")]
    [InlineData(
        2, "Harbor watch", "2 aboard, sent to Harbor watch by Kim, 5:10 PM 1 is aboard now: send again.", "note alarm")]
    public void What_was_sent_ashore_is_compared_with_who_is_aboard(int guests, string to, string text, string css)
    {
        muster.SendAshore(guests, to, UtcCharter.ByKim(17, 10));

        var sent = Body(Viewers.Dana, TestGuests.Guest("Ben Cole", GuestStatus.Boarded)).Find("#ashore + p");

        Assert.Equal((text, css), (sent.Words(), sent.ClassName));
    }

    [Fact]
    public void Who_has_yet_to_count_reads_that_the_count_was_sent_but_not_how_many()
    {
        muster.SendAshore(1, "", UtcCharter.ByKim(17, 10));

        Assert.Equal("Count sent to the office by Kim, 5:10 PM", Body(Viewers.Kim).Find("#ashore + p").Words());
    }

    [Fact]
    public void The_count_after_the_return_is_asked_for_from_lines_off_on()
    {
        charter.Board(UtcCharter.ByKim(17));
        Assert.Empty(Body(Viewers.Kim).FindAll("#return"));

        charter.Depart(null, [], null, UtcCharter.ByKim(17, 30));

        Assert.Equal("Count after the return", Body(Viewers.Kim).Find("#return").Words());
    }

    [Fact]
    public void An_incident_can_be_noted_once()
    {
        const string incident = "section[aria-labelledby=incident]";
        Assert.Equal("Record an incident", Body(Viewers.Kim).Find($"{incident} summary").Words());
        Assert.Equal("None recorded.", Body(Viewers.Alex).Find($"{incident} p").Words());

        muster.NoteIncident("<b>Fell</b> on deck", UtcCharter.ByKim(19));

        var noted = Body(Viewers.Kim);
        Assert.Equal("Kim, Jul 4, 7:00 PM <b>Fell</b> on deck", noted.Find($"{incident} .note.act").Words());
        Assert.Empty(noted.FindAll($"{incident} form"));
    }

    [Fact]
    public void A_refused_form_is_open_with_its_error()
    {
        var body = Body(
            Viewers.Kim, "incident", Refusal.Invalid("what", "Say what happened."));

        Assert.True(body.Find("section[aria-labelledby=incident] details").HasAttribute("open"));
        Assert.Equal(["Say what happened."], Texts(body.FindAll("[role=alert]")));
    }

    private IRenderedComponent<MusterBody> Body(Viewer viewer, params Guest[] guests) =>
        Body(viewer, null, null, guests);

    private IRenderedComponent<MusterBody> Body(
        Viewer viewer, string? failed, Refusal? refusal, params Guest[] guests) => Show<MusterBody>(body => body
        .Add(p => p.View, CharterViews.View(charter))
        .Add(p => p.Manifest, new(guests, muster, false))
        .Add(p => p.Viewer, viewer)
        .Add(p => p.Names, CharterViews.View(charter).Names)
        .Add(p => p.Failed, failed)
        .Add(p => p.Refusal, refusal));
}
