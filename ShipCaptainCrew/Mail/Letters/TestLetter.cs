using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To somebody of the office who wants to see that mail works.</summary>
public sealed class TestLetter(ShipDb db, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "test";

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == letter.MemberId, cancel);
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        return !member.MayCome ? null : new(new(member.Name, member.Email), l["Test letter from {0}", house.Name], l["This is the test letter you asked for. Mail works."])
        {
            Sender = house.Name,
            Act = new(l["See the letters"], head.Link(new OperatorPages(house.Slug).Letters)),
        };
    }
}
