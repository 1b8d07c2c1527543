namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>What a visitor has to do to accept an invitation.</summary>
public enum InvitationStep
{
    /// <summary>Enter their name. It is the person's first invitation, so they need not be signed in.</summary>
    Join,

    /// <summary>Sign in as the invited person.</summary>
    SignIn,

    /// <summary>Accept it: they are signed in as the invited person.</summary>
    Accept,

    /// <summary>Sign out first: they are signed in as somebody else.</summary>
    SignOut,
}
