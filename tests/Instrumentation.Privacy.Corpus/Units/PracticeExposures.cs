//// WriteBody
async Task M(Microsoft.AspNetCore.Http.HttpContext http, User u)
{
    http.Response.ContentType = "text/plain";
    await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "Hello " + u.FullName); // LEAK INS3008
}
//// HeaderWithMail
void M(Microsoft.AspNetCore.Http.HttpContext http, User u)
{
    http.Response.Headers["X-User-Id"] = u.Id.ToString();
    http.Response.Headers["X-User"] = u.Email; // LEAK INS3008
}
//// CookieWithKey
void M(Microsoft.AspNetCore.Http.HttpResponse response, User u)
{
    var session = u.Phone is null ? Guid.Empty : u.Key;
    response.Cookies.Append("sid", session.ToString("N"), new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true });
}
//// QueryStringMail
async Task<string> M(HttpClient client, User u)
{
    var url = "https://crm.example/find?mail=" + Uri.EscapeDataString(u.Email);
    return await client.GetStringAsync(url); // LEAK INS3008
}
//// PathWithId
async Task<string> M(HttpClient client, User u)
{
    var url = $"https://crm.example/users/{u.Id}?tier={u.Tier}&mailed={u.Email.Length > 0}";
    return await client.GetStringAsync(url);
}
//// RequestHeader
async Task M(HttpClient client, User u)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, "https://sms.example/send");
    request.Headers.Add("X-Correlation", u.Key.ToString());
    request.Headers.Add("X-Recipient", u.Phone); // LEAK INS3008
    using var response = await client.SendAsync(request);
    response.EnsureSuccessStatusCode();
}
//// FileOfNames
void M(IUsers users, string path) =>
    File.WriteAllLines(path, users.All().Select(u => u.Id + ";" + u.FullName)); // LEAK INS3008
//// RedirectWithHash
void M(Microsoft.AspNetCore.Http.HttpResponse response, User u)
{
    var hash = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(u.Email.Trim().ToLowerInvariant())));
    response.Redirect("https://avatars.example/" + hash + "?s=80");
}
//// RedirectWithMail
void M(Microsoft.AspNetCore.Http.HttpResponse response, User u)
{
    var query = new Dictionary<string, string> { ["id"] = u.Id.ToString(), ["login_hint"] = u.Email };
    var url = "https://login.example/authorize?" + string.Join("&", query.Select(q => q.Key + "=" + System.Net.WebUtility.UrlEncode(q.Value)));
    response.Redirect(url); // LEAK INS3008
}
//// CsvExporter !
internal sealed class CsvExporter : IDisposable
{
    private readonly StreamWriter _writer;
    private int _rows;
    public CsvExporter(string path) => _writer = new StreamWriter(path, append: false);
    public int Rows => _rows;
    public void Row(params string[] cells)
    {
        _writer.WriteLine(string.Join(';', cells.Select(Quote))); // LEAK INS3008
        _rows++;
    }
    private static string Quote(string cell) => cell.Contains(';') ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell;
    public void Dispose() => _writer.Dispose();
}
internal class Payroll(IUsers users, ILogger<Payroll> log)
{
    public void Export(string path)
    {
        using var csv = new CsvExporter(path);
        csv.Row("id", "name", "salary");
        foreach (var u in users.All())
            csv.Row(u.Id.ToString(), u.FullName, u.Salary.ToString("F2"));
        log.LogInformation("wrote {Rows} rows", csv.Rows);
    }
}
//// SecurityHeadersMiddleware !
internal class TenantMiddleware
{
    private readonly Microsoft.AspNetCore.Http.RequestDelegate _next;
    private readonly IUsers _users;
    private readonly ILogger<TenantMiddleware> _log;
    public TenantMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, IUsers users, ILogger<TenantMiddleware> log)
    {
        _next = next;
        _users = users;
        _log = log;
    }
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var user = await _users.GetAsync(42, context.RequestAborted);
        context.Items["mail"] = user.Email;
        context.Items["plan"] = user.Plan;
        context.Response.Headers["X-Frame-Options"] = "DENY";
        context.Response.Headers["X-Plan"] = (string)context.Items["plan"]!;
        _log.LogInformation("{Method} for user {Id}", context.Request.Method, user.Id);
        await _next(context);
        if (context.Response.StatusCode >= 500)
            _log.LogError("failed with {Status}, mail known: {Known}", context.Response.StatusCode, context.Items.ContainsKey("mail"));
    }
}
//// GeocodingClient !
internal class GeoOptions { public string BaseUrl { get; set; } = "https://geo.example"; public string ApiKey { get; set; } = ""; }
internal class GeocodingClient
{
    private readonly HttpClient _http;
    private readonly GeoOptions _options;
    private readonly Dictionary<string, (double, double)> _cache = new();
    public GeocodingClient(HttpClient http, Microsoft.Extensions.Options.IOptions<GeoOptions> options)
    {
        _http = http;
        _options = options.Value;
    }
    public async Task<(double Lat, double Lon)> Locate(Address a)
    {
        var key = a.Street + "|" + a.City;
        if (_cache.TryGetValue(key, out var known)) return known;
        var query = new Dictionary<string, string> { ["q"] = a.Street + ", " + a.City, ["key"] = _options.ApiKey };
        var text = await _http.GetStringAsync(_options.BaseUrl + "/v1/search?" + Encode(query)); // LEAK INS3008
        var parts = text.Split(',');
        return _cache[key] = (double.Parse(parts[0]), double.Parse(parts[1]));
    }
    private static string Encode(Dictionary<string, string> query) => string.Join('&', query.Select(q => q.Key + "=" + Uri.EscapeDataString(q.Value)));
}
//// CrmClient
private readonly HttpClient http = new();

async Task<bool> KnownAsync(User user, CancellationToken stop)
{
    using var byId = await http.GetAsync($"https://crm.example/contacts/{user.Key:N}", stop);
    if (byId.IsSuccessStatusCode) return true;
    var query = "q=" + Uri.EscapeDataString(user.Email);
    using var byMail = await http.GetAsync("https://crm.example/search?" + query, stop); // LEAK INS3008
    return byMail.IsSuccessStatusCode;
}

//// WhoAmIHeaders
Task Invoke(Microsoft.AspNetCore.Http.HttpContext context, User user)
{
    context.Response.Headers["X-Plan"] = user.Plan;
    context.Response.Headers["X-Roles"] = string.Join(',', user.Roles);
    context.Response.Headers["X-User"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(user.FullName)); // LEAK INS3008
    context.Response.StatusCode = 204;
    return Task.CompletedTask;
}

//// RememberMe
void Remember(Microsoft.AspNetCore.Http.HttpResponse response, User user, bool remember)
{
    response.Cookies.Append("tier", user.Tier.ToString());
    if (!remember)
    {
        response.Cookies.Delete("last");
        return;
    }
    var options = new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, MaxAge = TimeSpan.FromDays(30) };
    response.Cookies.Append("lastId", user.Id.ToString(), options);
    response.Cookies.Append("last", Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email.ToLowerInvariant()))), options);
}

//// WageExport
void Export(IEnumerable<User> staff, string folder)
{
    var rows = new List<string> { "id;plan;year" };
    var sums = new List<string> { "plan;sum" };
    foreach (var u in staff)
        rows.Add($"{u.Id};{u.Plan};{u.BirthDate.Year}");
    foreach (var g in staff.GroupBy(u => u.Plan))
        sums.Add(g.Key + ";" + g.Sum(u => u.Salary));
    System.IO.File.WriteAllLines(System.IO.Path.Combine(folder, "rows.csv"), rows);
    System.IO.File.WriteAllLines(System.IO.Path.Combine(folder, "sums.csv"), sums); // LEAK INS3008
}

//// LabelPrinter
void PrintLabel(User receiver, int parcel)
{
    var info = new System.Diagnostics.ProcessStartInfo("/usr/bin/lp");
    info.ArgumentList.Add("-n");
    info.ArgumentList.Add(parcel.ToString());
    info.ArgumentList.Add(receiver.Home.Street.Length > 30 ? "--wide" : "--narrow");
    info.ArgumentList.Add(receiver.Home.Country);
    using var process = System.Diagnostics.Process.Start(info);
    process?.WaitForExit();
}

//// PaymentData
void Charge(User payer, decimal amount)
{
    try
    {
        if (amount <= 0) throw new InvalidOperationException("amount must be positive");
    }
    catch (InvalidOperationException e)
    {
        e.Data["payer"] = payer.Id;
        e.Data["hasPhone"] = payer.Phone != null;
        e.Data["phone"] = payer.Phone?.Length;
        throw;
    }
}

//// AppointmentPage
Task Render(Microsoft.AspNetCore.Http.HttpContext context, IUsers users, int id)
{
    var user = users.Get(id);
    var page = new System.Text.StringBuilder("<h1>Appointment</h1>");
    page.Append("<p>No. ").Append(user.Id).Append("</p>");
    if (!user.IsAdmin)
        return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, page.ToString());
    page.Append("<p>").Append(user.Display()).Append("</p>");
    return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, page.ToString()); // LEAK INS3008
}

//// UnsubscribeRedirect
void Unsubscribe(Microsoft.AspNetCore.Http.HttpResponse response, User user, byte[] key)
{
    var hash = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(user.Email));
    var token = Convert.ToHexString(hash);
    response.Redirect("/bye?token=" + token);
}

void UnsubscribeOld(Microsoft.AspNetCore.Http.HttpResponse response, User user)
{
    var token = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(user.Email));
    response.Redirect("/bye?token=" + token); // LEAK INS3008
}

//// TenantHeaders !
sealed class TenantHandler(User caller, string tenant) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Tenant", tenant);
        request.Headers.Add("X-Caller-Id", caller.Id.ToString());
        request.Headers.TryAddWithoutValidation("X-Caller", caller.FullName); // LEAK INS3008
        return base.SendAsync(request, cancellationToken);
    }
}

//// SettingsBackup
private sealed class Settings
{
    public string Theme { get; set; } = "dark";
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string? Owner { get; set; }
    public int Volume { get; set; } = 5;
}

private sealed class Profile
{
    public string Theme { get; set; } = "dark";
    [Pii] public string? Owner { get; set; }
}

async Task BackupAsync(User user, string path)
{
    var settings = new Settings { Owner = user.FullName };
    await System.IO.File.WriteAllTextAsync(path + ".settings", System.Text.Json.JsonSerializer.Serialize(settings));
    var profile = new Profile { Owner = user.FullName };
    await System.IO.File.WriteAllTextAsync(path + ".profile", System.Text.Json.JsonSerializer.Serialize(profile)); // LEAK INS3008
}

//// GeoLookup
private readonly HttpClient geo = new();

async Task<string> CountryAsync(Visit visit, User user)
{
    var uri = new UriBuilder("https", "geo.example") { Path = "country", Query = "v=" + visit.Id };
    var text = await geo.GetStringAsync(uri.Uri);
    System.IO.File.AppendAllText("geo.log", $"{visit.Id} {visit.At:O} {user.Home.Country}");
    System.IO.File.AppendAllText("geo.len", user.Home.City.Length + Environment.NewLine);
    return text;
}

