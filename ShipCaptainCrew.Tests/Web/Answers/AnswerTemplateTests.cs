using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Tests.Web.Answers;

public sealed class AnswerTemplateTests
{
    private const string Token = "CfDJ8_first";

    [Fact]
    public void Each_answer_gets_its_own_token_and_keys()
    {
        var (one, two) = (FormKey.New(), FormKey.New());
        var template = new AnswerTemplate(Encoding.UTF8.GetBytes(Page(Token, one, two)), Token);

        var answer = Written(template, "CfDJ8_second");

        var keys = Regex.Matches(answer, "(?<=value=\")[0-9a-f]{32}").Select(match => match.Value).ToList();
        Assert.Equal(Page("CfDJ8_second", keys[0], keys[1]), answer);
        Assert.Equal(4, new HashSet<string>([one, two, .. keys]).Count);
    }

    [Fact]
    public void Its_length_and_hash_do_not_depend_on_them()
    {
        var first = new AnswerTemplate(Encoding.UTF8.GetBytes(Page(Token, FormKey.New(), FormKey.New())), Token);
        var other = new AnswerTemplate(Encoding.UTF8.GetBytes(Page("other", FormKey.New(), FormKey.New())), "other");

        Assert.Equal(first.Hash(), other.Hash());
        Assert.Equal(Encoding.UTF8.GetByteCount(Written(first, "longer_token")), first.LengthWith("longer_token"));
    }

    [Fact]
    public void A_text_that_looks_like_a_key_stays()
    {
        const string Text =
            "<p>name=&quot;Idempotency-Key&quot; value=&quot;0123456789abcdef0123456789abcdef&quot;</p>";

        Assert.Equal(Text, Written(new(Encoding.UTF8.GetBytes(Text), Token), Token));
    }

    [Fact]
    public void Bytes_without_a_token_are_sent_as_they_are()
    {
        byte[] bytes = [0xff, 0x00, 0x22];
        var output = new ArrayBufferWriter<byte>();

        new AnswerTemplate(bytes, token: null).Write(output, token: null);

        Assert.Equal(bytes, output.WrittenSpan.ToArray());
    }

    private static string Page(string token, string one, string two) => $$"""
        <body hx-headers="{&quot;RequestVerificationToken&quot;:&quot;{{token}}&quot;}"><p>Zoë’s sail</p>
        <input name="__RequestVerificationToken" value="{{token}}"><input type="hidden" name="Idempotency-Key"
            value="{{one}}"><input type="hidden" name="Idempotency-Key" value="{{two}}"></body>
        """;

    private static string Written(AnswerTemplate template, string token)
    {
        var output = new ArrayBufferWriter<byte>();
        template.Write(output, token);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
