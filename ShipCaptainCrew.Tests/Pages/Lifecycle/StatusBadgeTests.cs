using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed class StatusBadgeTests : FragmentTestBase
{
    [Theory]
    [InlineData(CharterStatus.Draft, "draft", "badge open")]
    [InlineData(CharterStatus.Scheduled, "scheduled", "badge")]
    [InlineData(CharterStatus.Boarding, "boarding", "badge amber")]
    [InlineData(CharterStatus.Underway, "under way", "badge amber")]
    [InlineData(CharterStatus.Returned, "returned", "badge")]
    [InlineData(CharterStatus.Closed, "closed", "badge")]
    [InlineData(CharterStatus.Cancelled, "canceled", "badge alarm")]
    public void Every_status_has_its_word_and_its_urgency(CharterStatus status, string word, string css) =>
        Show<StatusBadge>(badge => badge.Add(p => p.Status, status))
            .MarkupMatches($"""<span class="{css}">{word}</span>""");
}
