using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Instrumentation;

namespace FileShare.Storage;

/// <summary>
/// A random token: whoever has it is let in. It is handed out once; what is kept is its hash, which opens nothing.
/// The mark on the type holds for every variable, parameter and member of it.
/// </summary>
[Pii(PiiKind.Credential)]
internal readonly struct SecretToken
{
    private SecretToken(string text) => Text = text;

    [Pii(PiiKind.Credential)]
    public string Text { get; }

    /// <summary>What is kept of it. The token is random, so that a plain hash cannot be guessed back.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static SecretToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>A token as it comes with a request; any text can be one that nobody has been given.</summary>
    public static bool TryParse(string? text, out SecretToken token)
    {
        token = new SecretToken(text ?? "");
        return true;
    }

    public override string ToString() => "(secret)";
}
