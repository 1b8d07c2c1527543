using CsCheck;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class RequestInputTests
{
    [Fact]
    public async Task A_form_has_its_idempotency_key_in_a_hidden_field_and_its_antiforgery_token_is_not_part_of_it()
    {
        var first = await Form("name=Aurora&Idempotency-Key=k1&__RequestVerificationToken=one");
        var again = await Form("name=Aurora&Idempotency-Key=k1&__RequestVerificationToken=two");

        Assert.Equal("""{"name":"Aurora"}""", first.Given.ToJsonString());
        Assert.Equal(("k1", first.IdempotencyKey), (again.IdempotencyKey!.Key, again.IdempotencyKey));
        Assert.NotEqual(first.IdempotencyKey, (await Form("name=Borealis&Idempotency-Key=k1")).IdempotencyKey);
    }

    [Theory]
    [InlineData("name=Aurora", """{"name":"Aurora"}""")]
    [InlineData("home_port.name=Pier&home_port.latitude=1", """{"home_port":{"name":"Pier","latitude":"1"}}""")]
    [InlineData("inspected=false&inspected=true", """{"inspected":"true"}""")]
    [InlineData("inspected=false", """{"inspected":"false"}""")]
    [InlineData("qualifications=captain&qualifications=deckhand", """{"qualifications":["captain","deckhand"]}""")]
    [InlineData("crew[7].role=captain&crew[2].role=deckhand&crew[7].member_id=x",
        """{"crew":[{"role":"captain","member_id":"x"},{"role":"deckhand"}]}""")]
    [InlineData("items[0].#=a&items[0].#=b&items[0].text=c", """{"items":[{"#":["a","b"],"text":"c"}]}""")]
    [InlineData("home_port=x&home_port.name=Pier", """{"home_port":{"name":"Pier"}}""")]
    public async Task A_form_becomes_the_same_structure_as_JSON(string form, string json) =>
        Assert.Equal(json, (await Form(form)).Given.ToJsonString());

    [Fact]
    public async Task A_field_name_is_nested_at_most_as_deeply_as_JSON()
    {
        var input = await Form($"{string.Concat(Enumerable.Repeat("a.", 1_000))}a=1");

        Assert.InRange(input.Given.ToJsonString().Count(letter => letter == '{'), 1, 17);
    }

    [Fact]
    public void No_field_name_breaks_the_parser()
    {
        var steps = Gen.OneOf("a", "items", "0", "7", ".", "[", "]", "#", "", "Idempotency-Key", "٣");
        var names = steps.Array[1, 40].Select(parts => string.Concat(parts));
        var values = Gen.OneOf("", "x", "\0", "\ud800").Array[0, 3].Select(all => new StringValues(all));

        Gen.Select(names, values).Array[0, 12].Sample(form =>
        {
            var fields = form.Select(field => KeyValuePair.Create(field.Item1, field.Item2));
            return FormFields.Nest(fields).Count <= form.Length;
        });
    }

    private static Task<Input> Form(string body) => Request(body, "application/x-www-form-urlencoded").ReadForm();
}
