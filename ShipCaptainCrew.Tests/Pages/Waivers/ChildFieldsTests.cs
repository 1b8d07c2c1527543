using Bunit;
using ShipCaptainCrew.Pages.Shared;
using ShipCaptainCrew.Pages.Waivers;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed class ChildFieldsTests : FragmentTestBase
{
    [Fact]
    public void One_child_is_not_numbered()
    {
        var fields = Fields([], Row(0));

        Assert.Equal(["Your relationship to the child", "Child's full name", "Date of birth"],
            Texts(fields.FindAll("label")));
        Assert.Equal(["guardian_relationship", "children[0].name", "children[0].birth_date"],
            fields.FindAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal(("more", "Add another child"),
            (fields.Attribute("button", "name"), fields.Find("button").Words()));
        Assert.Empty(fields.FindAll("[autofocus]"));
    }

    [Fact]
    public void Several_children_are_numbered_and_a_row_just_added_gets_the_focus()
    {
        var fields = Fields([], focusesLast: true, Row(0), Row(1));

        Assert.Equal(
            ["Child 1, full name", "Child 1, date of birth", "Child 2, full name", "Child 2, date of birth"],
            Texts(fields.FindAll(".pair label")));
        Assert.Equal("children-1-name", Assert.Single(fields.FindAll("[autofocus]")).Id);
    }

    [Fact]
    public void A_named_guardian_reads_for_whom_and_can_clear_a_name()
    {
        var fields = Fields(["Mia <Cole>", "Leo Cole"], Row(0, "Mia <Cole>"));

        Assert.Equal(
            "You are listed as the person who signs for Mia <Cole>, Leo Cole. Clear a name you do not sign for.",
            fields.Find("p").Words());
        Assert.Equal("Mia <Cole>", fields.Attribute("[name='children[0].name']", "value"));
    }

    [Fact]
    public void A_refused_value_is_kept_as_text_with_its_error()
    {
        var row = new ChildRow(
            new("children[0].name", "Mia", null), new("children[0].birth_date", "tomorrow", "Enter a date."));

        var fields = Fields([], row);

        Assert.Equal("Enter a date.", fields.Find("#children-0-birth_date-e").Words());
        Assert.Equal(("tomorrow", "true", "text"),
            (fields.Attribute("#children-0-birth_date", "value"),
                fields.Attribute("#children-0-birth_date", "aria-invalid"),
                fields.Attribute("#children-0-birth_date", "type")));
    }

    [Fact]
    public void The_labels_are_translated() => Assert.Contains("Fecha de nacimiento",
        Texts(ShowIn<ChildFields>("es", fields => fields.Add(p => p.Rows, [Row(0)])
            .Add(p => p.Relationship, new("guardian_relationship", null, null))).FindAll("label")));

    private static ChildRow Row(int i, string? name = null) =>
        new(new($"children[{i}].name", name, null), new($"children[{i}].birth_date", null, null));

    private IRenderedComponent<ChildFields> Fields(IReadOnlyList<string> minors, params ChildRow[] rows) =>
        Fields(minors, focusesLast: false, rows);

    private IRenderedComponent<ChildFields> Fields(
        IReadOnlyList<string> minors, bool focusesLast, params ChildRow[] rows) => Show<ChildFields>(fields => fields
        .Add(p => p.Minors, minors)
        .Add(p => p.Relationship, new FieldState("guardian_relationship", null, null))
        .Add(p => p.Rows, rows)
        .Add(p => p.FocusesLast, focusesLast));
}
