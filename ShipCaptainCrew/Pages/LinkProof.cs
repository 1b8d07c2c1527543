namespace ShipCaptainCrew.Pages;

/// <summary>What shows that a person acts on the page of a link in an email.</summary>
public enum LinkProof
{
    /// <summary>
    /// The form alone, with its antiforgery token: this browser is signed in as somebody who may act.
    /// </summary>
    Form,

    /// <summary>The code from the same email.</summary>
    Code,

    /// <summary>Only a sign-in: the email had no code, or its code is no longer valid.</summary>
    SignIn,
}
