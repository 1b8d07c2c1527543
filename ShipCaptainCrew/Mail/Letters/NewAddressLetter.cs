using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the address somebody wants. Where it is another person's already, they are told, and there is nothing to say yes to.</summary>
public sealed class NewAddressLetter(NewAddresses addresses, LinksInHand hand, Letterhead head, IStringLocalizer<Text> l) : AddressAskLetter(addresses, hand, head)
{
    protected override Mailbox Side => Mailbox.New;

    protected override async Task<Sheet?> Instead(NewAddress wish, CancellationToken cancel) => !await Addresses.IsAnothers(wish, cancel) ? null
        : new(new("", wish.Email), l["Somebody asked to sign in with your address"], l["Somebody asked to sign in with this address instead of theirs. It is yours already, so nothing changes."])
        {
            Says = [l["If it was you under another address: sign in with this one, and ask the office to invite it where it is not known."]],
            Act = new(l["Sign in"], Head.Link(OpenPages.SignIn)),
            Closing = l["If it was not you, do nothing."],
        };

    protected override Sheet Ask(NewAddress wish, string link) => new(new("", wish.Email), l["Is this your new e-mail address?"], l["Whoever signs in with {0} asked to sign in with this address from now on.", wish.OldEmail])
    {
        Says = [l["If that is you, say yes here, and by the letter to your old address. Until both have said yes, nothing changes. The link works once, for {0} hours.", NewAddress.Life.TotalHours]],
        Act = new(l["Look and say yes"], link),
        Closing = l["If it is not you, do nothing: nothing happens without your yes."],
    };
}
