namespace ShipCaptainCrew.Tests.Evidence;

public sealed partial class LogFactsTests
{
    [Theory]
    [InlineData("charter.created", "{}")]
    [InlineData("charter.published", """{"something_new":[1,{"a":2}],"id":"019b0000-0000-7000-8000-000000000001"}""")]
    [InlineData("vessel.changed", """{"fields":["name"]}""")]
    public void Missing_or_unknown_facts_are_ignored(string kind, string facts) =>
        Assert.Equal(kind, Read(kind, facts)!.Kind);

    [Theory]
    [InlineData("charter.changed", """{"fields":"title"}""")]
    [InlineData("role.claimed", """{"role":"purser"}""")]
    [InlineData("guest.added", "[]")]
    [InlineData("guest.added", "null")]
    [InlineData("unheard", "{}")]
    public void Facts_that_do_not_fit_an_event_are_read_as_null(string kind, string facts) =>
        Assert.Null(Read(kind, facts));
}
