using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the address somebody has, when another is to take its place.</summary>
public sealed class OldAddressLetter(NewAddresses addresses, LinksInHand hand, Letterhead head, IStringLocalizer<Text> l) : AddressAskLetter(addresses, hand, head)
{
    protected override Mailbox Side => Mailbox.Old;

    protected override Sheet Ask(NewAddress wish, string link) => new(new("", wish.OldEmail), l["Change your e-mail address?"], l["You asked to sign in with {0} instead of this address.", wish.Email])
    {
        Says = [l["Say yes here, and by the letter to the new address. Until both have said yes, nothing changes. The link works once, for {0} hours.", NewAddress.Life.TotalHours]],
        Act = new(l["Look and say yes"], link),
        Closing = l["If it was not you, open the link and say no. Then sign in and sign out everywhere else: somebody has used your sign-in."],
    };
}
