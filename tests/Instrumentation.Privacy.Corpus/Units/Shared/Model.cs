#nullable enable
global using System.Net.Http;
namespace Corpus;

public enum Tier { Free, Paid }

public class Address
{
    [Pii] public string Street { get; set; } = "";
    [Pii(PiiKind.Address)] public string City { get; set; } = "";
    public string Country { get; set; } = "";
}

public class User
{
    public int Id { get; set; }
    public Guid Key { get; set; }
    [Pii(PiiKind.Email)] public string Email { get; set; } = "";
    [Pii] public string? Phone { get; set; }
    [Pii(PiiKind.Name)] public string FullName = "";
    [Pii] public DateTime BirthDate { get; set; }
    [Pii(PiiKind.Financial)] public decimal Salary { get; set; }
    [Pii] public string[] Aliases { get; set; } = [];
    public string Plan { get; set; } = "";
    public Tier Tier { get; set; }
    public bool IsAdmin { get; set; }
    public Address Home { get; set; } = new();
    public List<string> Roles { get; } = [];
    public User? Manager { get; set; }
    [return: Pii] public string Display() => FullName;
}

public record Customer(int Id, [Pii] string Email, string Level);

public record Visit(Guid Id, [property: Pii] string IpAddress, DateTime At);

public interface IUsers
{
    User Get(int id);
    Task<User> GetAsync(int id, CancellationToken cancel = default);
    IEnumerable<User> All();
    IAsyncEnumerable<User> Stream();
}
