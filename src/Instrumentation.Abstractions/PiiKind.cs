namespace Instrumentation;

/// <summary>Kinds of personal data.</summary>
public enum PiiKind
{
    /// <summary>Personal, and not said how.</summary>
    Unspecified = 0,

    /// <summary>A person's name.</summary>
    Name = 1,

    /// <summary>An e-mail address.</summary>
    Email = 2,

    /// <summary>A telephone number.</summary>
    Phone = 3,

    /// <summary>A postal address.</summary>
    Address = 4,

    /// <summary>A date of birth.</summary>
    BirthDate = 5,

    /// <summary>An identifier that names a person: passport, tax or account number.</summary>
    Identifier = 6,

    /// <summary>An IP address, a device or cookie id.</summary>
    OnlineIdentifier = 7,

    /// <summary>A position.</summary>
    Location = 8,

    /// <summary>A card or account number, an income.</summary>
    Financial = 9,

    /// <summary>Health data.</summary>
    Health = 10,

    /// <summary>A password, key or token.</summary>
    Credential = 11,

    /// <summary>What a person wrote or uploaded.</summary>
    Content = 12,
}
