using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Guests;

public sealed class WaiverTemplateTests
{
    private static readonly WaiverText
        English = new("en", "Text", "<p>Text</p>"),
        Spanish = new("es", "Texto", "<p>Texto</p>");

    [Fact]
    public void A_text_is_in_the_language_or_else_in_English_or_else_the_first_one()
    {
        var both = TemplateWith(Spanish, English);

        Assert.Equal((Spanish, English, English), (both.TextIn("es"), both.TextIn("en"), both.TextIn("fr")));
        Assert.Equal(Spanish, TemplateWith(Spanish).TextIn("en"));
        Assert.Equal(English, TemplateWith(English).TextIn("es"));
    }

    [Fact]
    public void A_template_is_a_sample_while_one_text_is_the_sample_text()
    {
        Assert.True(TemplateWith(English, Spanish with { Source = SampleWaiver.Spanish }).IsSample);
        Assert.True(TemplateWith(English with { Source = SampleWaiver.English }, Spanish).IsSample);
        Assert.False(TemplateWith(English, Spanish).IsSample);
    }

    [Fact]
    public void The_sample_text_with_its_earlier_notice_is_still_the_sample()
    {
        var earlier = SampleWaiver.English
            .Replace("Have a lawyer check", "Have counsel check", StringComparison.Ordinal)
            .Replace("your trips", "your voyages", StringComparison.Ordinal);

        Assert.NotEqual(SampleWaiver.English, earlier);
        Assert.True(TemplateWith(English with { Source = earlier }).IsSample);
    }

    [Fact]
    public void Each_change_makes_a_new_version_and_an_unchanged_template_does_not()
    {
        var template = TemplateWith(English);
        Assert.Equal((1, "Agreement"), (template.Version, template.Name));
        Assert.Equal("waiver_template.created", Assert.Single(template.TakeEvents()).Kind);

        template.Change(new("Agreement", [English with { }]));
        Assert.False(template.HasEvents);
        template.Change(new("Agreement", [English, Spanish]));

        Assert.Equal((2, 2), (template.Version, template.Texts.Count));
        var changed = Assert.IsType<ReferenceDataRecorded>(Assert.Single(template.TakeEvents()));
        Assert.Equal(("waiver_template.changed", "texts"), (changed.Kind, Assert.Single(changed.Fields)));
    }

    private static WaiverTemplate TemplateWith(params WaiverText[] texts) =>
        new(Guid.CreateVersion7(), new("Agreement", texts));
}
