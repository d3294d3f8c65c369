//// LqGroupByPlan
void M(ILogger log, IUsers users)
{
    var stats = users.All()
        .GroupBy(u => u.Plan)
        .Select(g => new { g.Key, Count = g.Count(), Longest = g.Max(u => u.Email.Length), WithPhone = g.Any(u => u.Phone != null) })
        .OrderByDescending(s => s.Count);
    foreach (var s in stats)
        log.LogInformation("{Stats}", s);
}
//// LqGroupByCityQuery
void M(ILogger log, IUsers users)
{
    var stats = from u in users.All()
                where u.IsAdmin
                group u by u.Home.City into g
                orderby g.Count() descending
                select new { City = g.Key, Count = g.Count() };
    log.LogInformation("{Number} cities", stats.Count());
    log.LogInformation("Most of {Stats}", stats.First()); // LEAK INS3001
}
//// LqFilterByEmail
int[] M(ILogger log, IUsers users, [Pii] string email)
{
    var ids = users.All()
        .Where(u => string.Equals(u.Email, email, StringComparison.OrdinalIgnoreCase))
        .OrderBy(u => u.FullName)
        .ThenBy(u => u.BirthDate)
        .Select(u => u.Id)
        .ToArray();
    log.LogInformation("Found {Ids}", string.Join(",", ids));
    return ids;
}
//// LqQueryLet
void M(IEnumerable<User> users)
{
    var rows =
        from u in users
        let at = u.Email.IndexOf('@')
        let host = at < 0 ? "" : u.Email.Substring(at + 1)
        where host != "example.org"
        select new { u.Id, At = at, Host = host };
    foreach (var r in rows)
    {
        Console.WriteLine("{0} {1}", r.Id, r.At);
        Console.WriteLine("{0} {1}", r.Id, r.Host); // LEAK INS3005
    }
}
//// LqAggregates
void M(ILogger log, IReadOnlyCollection<User> staff)
{
    log.LogInformation("{Count} people, {Chars} characters, rich: {Rich}", staff.Count, staff.Sum(u => u.FullName.Length), staff.Count(u => u.Salary > 100_000));
    log.LogInformation("Average pay {Average:N0}", staff.Average(u => u.Salary)); // LEAK INS3001
}
//// LqMaxById
void M(ILogger log, IReadOnlyCollection<User> staff)
{
    var top = staff.MaxBy(u => u.Salary);
    var oldest = staff.OrderBy(u => u.BirthDate).Take(3).Select((u, i) => $"{i + 1}. #{u.Id}");
    log.LogInformation("Top earner {Id} in plan {Plan}, oldest {Oldest}", top?.Id, top?.Plan, oldest);
}
//// LqJoinVisits
void M(ILogger log, IEnumerable<User> users, IEnumerable<Visit> visits)
{
    var joined = users.Join(visits, u => u.Key, v => v.Id, (u, v) => new { u.Id, u.FullName, v.At });
    log.LogInformation("{Last}", joined.Max(j => j.At));
    foreach (var hour in joined.GroupBy(j => j.At.Hour, j => j.Id))
        log.LogInformation("{Hour}: {Ids}", hour.Key, string.Join(",", hour.Distinct()));
}
//// LqJoinIntoQuery
void M(ILogger log, IEnumerable<User> users, IEnumerable<Customer> customers)
{
    var q = from c in customers
            join u in users on c.Id equals u.Id into matches
            from m in matches.DefaultIfEmpty()
            select (c.Level, Name: m == null ? "?" : m.FullName);
    foreach (var item in q)
        log.LogDebug("{Level}: {Name}", item.Level, item.Name); // LEAK INS3001
    log.LogDebug("Levels {Levels}", string.Join(",", q.Select(i => i.Level).Distinct()));
}
//// LqAggregateFold
void M(ILogger log, List<User> users)
{
    var total = users.Aggregate(0, (n, u) => n + u.Aliases.Length);
    var mask = users.Aggregate(Tier.Free, (t, u) => u.Email.Length > 50 ? Tier.Paid : t, t => t.ToString());
    log.LogInformation("{Total} {Mask}", total, mask);
    var recipients = users.Aggregate(new System.Text.StringBuilder(), (sb, u) => sb.Length == 0 ? sb.Append(u.Email) : sb.Append(", ").Append(u.Email), sb => sb.ToString());
    log.LogInformation("To: {Recipients}", recipients); // LEAK INS3001
}
//// LqSelectManyAliases
void M(IEnumerable<User> users)
{
    var initials = users.SelectMany(u => u.Aliases, (u, alias) => new { u.Id, Initial = alias[0] }).DistinctBy(x => x.Initial).ToList();
    Console.WriteLine(initials.Count);
    Console.WriteLine(string.Concat(initials.Select(x => x.Initial))); // LEAK INS3005
}
//// LqDuplicateReport !
internal record DuplicateGroup(int Size, int[] Ids, bool SamePhone);

internal class DuplicateFinder(IUsers users, ILogger<DuplicateFinder> log)
{
    public IReadOnlyList<DuplicateGroup> Find()
    {
        var groups = users.All()
            .GroupBy(u => (Name: u.FullName.Trim().ToUpperInvariant(), u.BirthDate))
            .Where(g => g.Skip(1).Any())
            .Select(ToGroup)
            .ToList();

        log.LogInformation("{Groups} groups with {Users} users", groups.Count, groups.Sum(g => g.Size));
        foreach (var group in groups.Where(g => !g.SamePhone))
            log.LogWarning("Check {Group}: {Ids}", group, group.Ids);
        return groups;
    }

    private static DuplicateGroup ToGroup(IGrouping<(string Name, DateTime BirthDate), User> group)
    {
        var ids = group.Select(u => u.Id).Order().ToArray();
        var samePhone = group.Select(u => u.Phone).Distinct().Count() == 1;
        return new DuplicateGroup(ids.Length, ids, samePhone);
    }
}
//// LqSpecification !
internal abstract class Specification<T>
{
    public abstract System.Linq.Expressions.Expression<Func<T, bool>> Criteria { get; }
    public virtual string Name => GetType().Name;
    public IEnumerable<T> Apply(IEnumerable<T> source) => source.Where(Criteria.Compile());
}

internal sealed class InCity([Pii] string city) : Specification<User>
{
    public override System.Linq.Expressions.Expression<Func<User, bool>> Criteria => u => u.Home.City == city;
}

internal sealed class Earning(decimal atLeast) : Specification<User>
{
    public override System.Linq.Expressions.Expression<Func<User, bool>> Criteria => u => u.Salary >= atLeast;
    public override string Name => $"{base.Name} >= {atLeast}";
}

internal class Segments(IUsers users, ILogger<Segments> log)
{
    public List<int> Select(params Specification<User>[] all)
    {
        var result = users.All();
        foreach (var specification in all)
        {
            result = specification.Apply(result).ToList();
            log.LogDebug("{Specification} leaves {Count}", specification.Name, result.Count());
        }
        return result.Select(u => u.Id).ToList();
    }

    public List<int> Locals(User around) => Select(new InCity(around.Home.City), new Earning(1000));
}
//// LqZipAndChunk
void M(ILogger log, List<User> users)
{
    var numbered = Enumerable.Range(1, users.Count).Zip(users, (n, u) => (n, u.Phone));
    foreach (var chunk in numbered.Chunk(10))
    {
        log.LogInformation("Chunk {First} to {Last}", chunk[0].n, chunk[^1].n);
        if (chunk.Length < 10)
            log.LogInformation("Last chunk {Chunk}", chunk.Select(c => c.Phone ?? "-")); // LEAK INS3001
    }
}
//// LqSequencesOfUsers
// A class without ToString: the sequence writes type names only.
void M(ILogger log, IUsers users)
{
    var selection = users.All().Where(u => u.Phone is not null).OrderBy(u => u.FullName).Take(5).ToList();
    log.LogInformation("Selected {Users}", selection);
    log.LogInformation("Selected {Text}", string.Join(", ", selection));
    log.LogInformation("First is {First}", selection.FirstOrDefault());
}
//// LqCountBy
void M(ILogger log, IUsers users)
{
    var hosts = users.All().CountBy(u => u.Email.Split('@').Last());
    var once = hosts.Count(h => h.Value == 1);
    log.LogInformation("{Once} hosts occur once, most often {Max}", once, hosts.Select(h => h.Value).DefaultIfEmpty().Max());
    var pay = users.All().AggregateBy(u => u.Tier, 0, (n, u) => u.Salary > 0 ? n + 1 : n);
    log.LogInformation("{Pay}", pay);
}
//// LqMonthlyReport !
internal record MonthRow(int Year, int Month, int Visits, int Visitors)
{
    public double PerVisitor => Visitors == 0 ? 0 : (double)Visits / Visitors;
}

internal class VisitReport
{
    private readonly ILogger<VisitReport> _log;

    public VisitReport(ILogger<VisitReport> log) => _log = log;

    public IList<MonthRow> Build(IEnumerable<Visit> visits, ISet<string> ownAddresses)
    {
        var external = from v in visits
                       where !ownAddresses.Contains(v.IpAddress)
                       select v;

        var rows = from v in external
                   group v by new { v.At.Year, v.At.Month } into month
                   orderby month.Key.Year, month.Key.Month
                   let visitors = month.Select(v => v.IpAddress).Distinct()
                   select new MonthRow(month.Key.Year, month.Key.Month, month.Count(), visitors.Count());

        var result = rows.ToList();
        result.ForEach(r => _log.LogInformation("{Row}", r));
        var best = result.OrderByDescending(r => r.PerVisitor).FirstOrDefault();
        if (best is not null)
            _log.LogInformation("Best month {Month} with {PerVisitor:F1}", best.Month, best.PerVisitor);
        return result;
    }
}
//// LqPagedSearch !
internal record Page<T>(IReadOnlyList<T> Items, int Total, int Number);
internal record Hit(int Id, string Title, int Score);

internal static class PageExtensions
{
    public static Page<T> ToPage<T>(this IEnumerable<T> source, int number, int size)
    {
        var all = source as IReadOnlyCollection<T> ?? source.ToList();
        return new Page<T>(all.Skip((number - 1) * size).Take(size).ToList(), all.Count, number);
    }

    public static Page<TOut> Map<TIn, TOut>(this Page<TIn> page, Func<TIn, TOut> map)
        => new(page.Items.Select(map).ToList(), page.Total, page.Number);
}

internal class UserSearch(IUsers users, ILogger<UserSearch> log)
{
    public Page<Hit> Search(string[] words, int number)
    {
        var page = users.All()
            .Select(u => (User: u, Score: words.Count(w => u.FullName.Contains(w, StringComparison.OrdinalIgnoreCase))))
            .Where(x => x.Score > 0)
            .OrderByDescending(x => x.Score)
            .ToPage(number, 20);

        var ids = page.Map(x => x.User.Id);
        log.LogInformation("Page {Number} of {Total}: {Ids}", ids.Number, ids.Total, ids.Items);

        var hits = page.Map(x => new Hit(x.User.Id, x.User.FullName, x.Score));
        if (hits.Items is [var only])
            log.LogDebug("Single hit {Hit}", only); // LEAK INS3001
        return hits;
    }
}
//// GroupKeyIsMail
void FindDuplicates(IUsers users, ILogger log)
{
    var duplicates =
        from u in users.All()
        group u by u.Email.ToLowerInvariant() into g
        where g.Count() > 1
        select g;
    foreach (var g in duplicates)
        log.LogWarning("{Key} is used {Count} times", g.Key, g.Count()); // LEAK INS3001
}
//// GroupKeyIsPlan
void Statistics(IUsers users, ILogger log)
{
    var groups = users.All()
        .Where(u => !string.IsNullOrEmpty(u.Email))
        .GroupBy(u => u.Plan, u => u.Email)
        .Select(g => new { Plan = g.Key, Members = g.Count(), Distinct = g.Distinct().Count() });
    foreach (var g in groups)
        log.LogInformation("{Plan}: {Members} members with {Distinct} addresses", g.Plan, g.Members, g.Distinct);
}
//// JoinWithLet
class Invoice { public int UserId; public int Number; }
void Overdue(IUsers users, List<Invoice> invoices)
{
    var lines = from i in invoices
                join u in users.All() on i.UserId equals u.Id
                let who = u.FullName + " (" + u.Plan + ")"
                orderby i.Number
                select $"{i.Number}: {who}";
    foreach (var line in lines.Take(10))
        Console.Error.WriteLine(line); // LEAK INS3005
}
//// SortedByNameSelectsId
void Ranking(IUsers users, ILogger log)
{
    var ids = users.All()
        .OrderByDescending(u => u.Salary)
        .ThenBy(u => u.FullName, StringComparer.Ordinal)
        .DistinctBy(u => u.Email)
        .Select((u, place) => place + ":" + u.Id)
        .ToArray();
    log.LogInformation("Ranking {Ranking}", string.Join(' ', ids));
}
//// AggregateOfNames
void Team(User lead, IUsers users, System.Diagnostics.Activity activity)
{
    var team = users.All()
        .Where(u => u.Manager?.Id == lead.Id)
        .Select(u => u.Display())
        .Aggregate("team", (all, next) => all + "|" + next);
    activity.AddEvent(new System.Diagnostics.ActivityEvent(team)); // LEAK INS3002
}
//// DictionaryByMailLogsValues
void Plans(IUsers users, ILogger log)
{
    Dictionary<string, string> planByMail = users.All().ToDictionary(u => u.Email, u => u.Plan);
    foreach (var plan in planByMail.Values.Distinct())
        log.LogInformation("Plan in use: {Plan}", plan);
    log.LogInformation("{Paid} of {All} pay", planByMail.Count(p => p.Value != "free"), planByMail.Count);
}
//// DictionaryKeysToFile
class Unsubscriber
{
    Dictionary<string, int> Index(IEnumerable<User> users) =>
        users.Where(u => u.Tier == Tier.Free).ToDictionary(u => u.Email, u => u.Id);
    public async Task Write(IUsers users, string path)
    {
        var index = Index(users.All());
        var addresses = index.OrderBy(p => p.Value).Select(p => p.Key);
        await File.WriteAllLinesAsync(path, addresses); // LEAK INS3008
    }
}
//// ZipTakesTheHarmlessSide
void Pairs(IUsers users, ILogger log)
{
    var all = users.All().ToList();
    var pairs = all.Select(u => u.Email).Zip(all.Select(u => u.Tier), (mail, tier) => (mail, tier));
    var paid = 0;
    foreach (var (mail, tier) in pairs)
    {
        if (mail.Length == 0) continue;
        if (tier == Tier.Paid) paid++;
        log.LogTrace("Seen a {Tier} user", tier);
    }
    log.LogInformation("{Paid} paid", paid);
}
//// FlattenedAliases
void Search(IUsers users, string term, log4net.ILog log)
{
    var hits = users.All()
        .SelectMany(u => u.Aliases, (u, alias) => new { u.Id, alias })
        .Where(x => x.alias.Contains(term))
        .Select(x => x.alias)
        .Distinct()
        .ToList();
    if (hits.FirstOrDefault() is { } hit)
        log.Info("First hit: " + hit); // LEAK INS3001
}
//// AsyncStreamExtension !
public static class StreamExtensions
{
    public static async IAsyncEnumerable<TOut> Map<TIn, TOut>(this IAsyncEnumerable<TIn> source, Func<TIn, TOut> map)
    {
        await foreach (var item in source)
            yield return map(item);
    }
}
public class StreamExporter(IUsers users, ILogger<StreamExporter> log)
{
    public async Task Run()
    {
        await foreach (var contact in users.Stream().Map(u => (u.Id, Contact: u.Phone ?? u.Email)))
            log.LogInformation("Exported {Id} {Contact}", contact.Id, contact.Contact); // LEAK INS3001
    }
}
//// AsyncStreamOnlyCounted
static async IAsyncEnumerable<User> Matching(IAsyncEnumerable<User> source, string domain)
{
    await foreach (var u in source)
        if (u.Email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase))
            yield return u;
}
async Task Count(IUsers users, string domain, ILogger log)
{
    var seen = new HashSet<string>();
    var lastId = 0;
    await foreach (var u in Matching(users.Stream(), domain))
    {
        if (!seen.Add(u.Email)) continue;
        lastId = u.Id;
    }
    log.LogInformation("{Count} distinct users of {Domain}, last {Id}", seen.Count, domain, lastId);
}
//// ForEachWithLambda !
public static class EnumerableTap
{
    public static IEnumerable<T> Tap<T>(this IEnumerable<T> source, Action<T, int> action)
    {
        var i = 0;
        foreach (var item in source)
        {
            action(item, i++);
            yield return item;
        }
    }
}
public class TapImporter
{
    public int Import(IEnumerable<User> users) =>
        users.Select(u => u.Email.Trim())
            .Tap((text, i) =>
            {
                System.Diagnostics.Debug.WriteLine($"{i}: {text}"); // LEAK INS3005
            })
            .Count(m => m.Length > 3);
}
//// MaxByThenPlan
void Top(IUsers users, ILogger log)
{
    var top = users.All().MaxBy(u => u.Salary);
    var youngest = users.All().MinBy(u => u.BirthDate);
    log.LogInformation("Best paid is on {Plan}, youngest is #{Id}", top?.Plan, youngest?.Id);
}
//// HighestSalary
void Top(IUsers users, System.Diagnostics.Metrics.Histogram<double> histogram, double elapsed)
{
    var highest = users.All().Where(u => u.IsAdmin).Select(u => u.Salary).DefaultIfEmpty().Max();
    var label = highest.ToString("N2");
    histogram.Record(elapsed, new KeyValuePair<string, object?>("highest", label)); // LEAK INS3003
}
//// LookupOfNames
class Directory(IUsers users)
{
    ILookup<Tier, string> Names() => users.All().ToLookup(u => u.Tier, u => u.FullName);
    public void Check(Tier tier, int limit)
    {
        var names = Names()[tier].ToList();
        if (names.Count > limit)
            throw new NotSupportedException("Too many: " + string.Join(", ", names.Skip(limit))); // LEAK INS3004
    }
}
//// ProjectionDropsMail
void Page(IUsers users, int page, ILogger log)
{
    var rows = users.All()
        .Select(u => new { u.Id, Mail = u.Email, u.Plan })
        .Where(r => r.Mail.Contains('@'))
        .OrderBy(r => r.Mail)
        .Chunk(20)
        .ElementAtOrDefault(page) ?? [];
    foreach (var (id, plan) in rows.Select(r => (r.Id, r.Plan)))
        log.LogInformation("Row {Id} on {Plan}", id, plan);
}
//// SetOperationsOnIds
void Sync(IUsers local, IUsers remote, ILogger log)
{
    var mails = remote.All().Select(u => u.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
    var missing = local.All().Where(u => !mails.Contains(u.Email)).Select(u => u.Id);
    var gone = remote.All().ExceptBy(local.All().Select(u => u.Email), u => u.Email).Select(u => u.Id).ToList();
    var same = local.All().Select(u => u.Email).SequenceEqual(remote.All().Select(u => u.Email));
    log.LogInformation("Missing {Missing}, gone {Gone}, identical {Same}", string.Join(",", missing), gone, same);
}
//// GroupKeyIsCity
void Cities(IUsers users, ILogger log)
{
    var groups = users.All().GroupBy(u => u.Home.City, u => u.Plan);
    foreach (var g in groups)
    {
        log.LogInformation("plans {Plans}", string.Join(",", g.Distinct()));
        log.LogInformation("{City}: {Count}", g.Key, g.Count()); // LEAK INS3001
    }
}
//// GroupByPlanCounts
void Plans(IUsers users, System.Diagnostics.Metrics.Histogram<int> sizes)
{
    var stats = from u in users.All()
                group u.Email by u.Plan into g
                let distinct = g.Distinct().Count()
                orderby distinct descending
                select new { g.Key, distinct, Longest = g.Max(m => m.Length) };
    foreach (var s in stats)
        sizes.Record(s.distinct, new KeyValuePair<string, object?>("plan", s.Key), new KeyValuePair<string, object?>("longest", s.Longest));
}
//// LookupValuesOfTier
void Tiers(IUsers users)
{
    var byTier = users.All().ToLookup(u => u.Tier, u => u.FullName);
    Console.WriteLine(byTier.Count);
    Console.WriteLine(byTier[Tier.Free].Count());
    var paid = byTier[Tier.Paid].DefaultIfEmpty("nobody");
    Console.WriteLine(string.Join(", ", paid)); // LEAK INS3005
}
//// JoinOnMailSelectsLevel
void Match(IUsers users, IEnumerable<Customer> customers, ILogger log)
{
    var rows = users.All().Join(customers, u => u.Email, c => c.Email, (u, c) => new { u.Id, c.Level });
    foreach (var row in rows)
        log.LogInformation("match {Row}", row);
    log.LogInformation("{Count} matches", rows.Count());
}
//// GroupJoinOuterName
void Visits(IUsers users, List<Visit> visits, NLog.Logger log, Dictionary<Guid, string> seen)
{
    var rows = from u in users.All()
               join v in visits on u.Key equals v.Id into all
               from last in all.OrderByDescending(x => x.At).Take(1)
               select (u.Id, Address: last.IpAddress, last.At);
    foreach (var (id, address, at) in rows)
    {
        log.Info("user {Id} at {At}", id, at);
        log.Info("from {Address}", address); // LEAK INS3001
    }
}
//// ZipKeepsSides
void Pairs(IUsers users, ILogger log, Action<string> send)
{
    var all = users.All().ToList();
    var pairs = all.Select(u => u.Email).Zip(all.Select(u => u.Plan), Enumerable.Range(1, all.Count));
    foreach (var p in pairs)
    {
        send(p.First);
        log.LogInformation("{Number}. mail for plan {Plan}", p.Third, p.Second);
    }
}
//// AggregateBuildsList
static string Enumerate(IEnumerable<string> items) =>
    items.Aggregate(new System.Text.StringBuilder(), (sb, s) => sb.Length == 0 ? sb.Append(s) : sb.Append(" and ").Append(s), sb => sb.ToString());
void Reject(IUsers users, string plan)
{
    var affected = users.All().Where(u => u.Plan == plan).ToArray();
    if (affected.Length > 5)
        throw new NotSupportedException("affects " + Enumerate(affected.Select(u => u.Id.ToString())));
    if (affected.Length > 0)
        throw new NotSupportedException("affects " + Enumerate(affected.Select(u => u.FullName))); // LEAK INS3004
}
//// AggregateFoldsToNumbers
void Totals(IUsers users, ILogger log)
{
    var (count, longest, reachable) = users.All().Aggregate(
        (Count: 0, Longest: 0, Reachable: 0),
        (t, u) => (t.Count + 1, Math.Max(t.Longest, u.FullName.Length), t.Reachable + (u.Phone is null ? 0 : 1)));
    log.LogInformation("{Count} users, {Longest} longest, {Reachable} reachable", count, longest, reachable);
}
//// SelectManyAliases
void Aliases(IUsers users, ILogger log)
{
    var flat = users.All().SelectMany(u => u.Aliases, (u, alias) => new { u.Id, Alias = alias });
    var ids = flat.Select(x => x.Id).Distinct().ToList();
    log.LogInformation("ids {Ids}", ids);
    var first = flat.Skip(1).FirstOrDefault();
    log.LogInformation("first {Item}", first); // LEAK INS3001
}
//// ChunkedBatches
void Batches(IUsers users, log4net.ILog log, Action<string[]> send)
{
    var number = 0;
    foreach (var batch in users.All().Select(u => u.Email).Chunk(50))
    {
        send(batch);
        log.InfoFormat("batch {0} with {1} mails", ++number, batch.Length);
    }
}
//// OrderByMailSelectKey
void Sorted(IUsers users, System.Diagnostics.Activity activity)
{
    var order = users.All().OrderBy(u => u.Email, StringComparer.OrdinalIgnoreCase).ThenByDescending(u => u.BirthDate).DistinctBy(u => u.Phone);
    activity.SetTag("first", order.Select(u => u.Key).FirstOrDefault());
    activity.SetTag("plans", string.Join(';', order.Select(u => u.Plan).Take(3)));
    activity.SetTag("admins", order.Index().Where(x => x.Item.IsAdmin).Select(x => x.Index).Sum());
}
//// LetIntoContinuation
void Query(IUsers users, string path)
{
    var lines = from u in users.All()
                let home = u.Home
                where home.Country != "CH"
                select new { u.Id, Text = home.Street + ", " + home.Country } into row
                orderby row.Id
                select row.Id + "\t" + row.Text;
    File.WriteAllLines(path, lines); // LEAK INS3008
}
//// OwnYieldOperators
static IEnumerable<T> Every<T>(IEnumerable<T> source, int step)
{
    var i = 0;
    foreach (var x in source)
        if (i++ % step == 0)
            yield return x;
}
static IEnumerable<R> Pairwise<T, R>(IEnumerable<T> source, Func<T, T, R> combine)
{
    using var e = source.GetEnumerator();
    if (!e.MoveNext())
        yield break;
    for (var before = e.Current; e.MoveNext(); before = e.Current)
        yield return combine(before, e.Current);
}
void Sample(IUsers users, ILogger log)
{
    var mails = Every(users.All(), 10).Select(u => u.Email);
    log.LogInformation("neighbours {Same}", Pairwise(mails, (a, b) => a == b).Count(x => x));
    foreach (var pair in Pairwise(mails, (a, b) => a + "," + b))
        log.LogInformation("neighbours {Pair}", pair); // LEAK INS3001
}
//// OwnExtensionTallies !
static class TallyExtensions
{
    public static IEnumerable<(int Rank, int Count)> Tally<T, K>(this IEnumerable<T> source, Func<T, K> key) where K : notnull
    {
        var counts = new Dictionary<K, int>();
        foreach (var x in source)
            counts[key(x)] = counts.GetValueOrDefault(key(x)) + 1;
        var rank = 0;
        foreach (var n in counts.Values.OrderDescending())
            yield return (++rank, n);
    }
}
class TallyReport(IUsers users, ILogger log)
{
    public void Write()
    {
        foreach (var row in users.All().Tally(u => u.FullName))
            log.LogInformation("{Row}", row);
    }
}
//// QueryableProjection
sealed class Row { public int Number { get; set; } public string Contact { get; set; } = ""; }
static IQueryable<Row> Rows(IQueryable<User> source) => source.Where(u => u.IsAdmin).Select(u => new Row { Number = u.Id, Contact = u.Email });
void Page(IUsers users, ILogger log)
{
    var rows = Rows(users.All().AsQueryable()).OrderBy(r => r.Contact).Skip(10).Take(10);
    log.LogInformation("numbers {Numbers}", string.Join(",", rows.Select(r => r.Number)));
    var top = rows.First();
    log.LogInformation("top {Row}", top);
    log.LogInformation("top {Contact}", top.Contact); // LEAK INS3001
}
//// DictionaryByMailValues
void Hits(IUsers users, List<string> requests, ILogger log)
{
    var ids = users.All().DistinctBy(u => u.Email).ToDictionary(u => u.Email, u => u.Id);
    var hit = requests.Where(ids.ContainsKey).Select(r => ids[r]).Order().ToList();
    var missed = users.All().Select(u => u.Email).Except(requests).Count();
    log.LogInformation("hit {Ids}, missed {Missed}, all {All}", hit, missed, string.Join(',', ids.Values));
    log.LogInformation("last {Plan}", users.All().MaxBy(u => u.FullName)?.Plan);
}
//// DomainsInUse
public void Report(IEnumerable<User> users, ILogger log)
{
    var domains = users
        .Where(u => u.IsAdmin)
        .Select(u => u.Email.Split('@').Last())
        .Distinct()
        .OrderBy(d => d)
        .ToList();
    log.LogInformation("{Count} domains", domains.Count);
    log.LogInformation("Domains {Domains}", domains); // LEAK INS3001
}

//// PlansInUse
public void Report(IEnumerable<User> users, ILogger log)
{
    var plans = users
        .Where(u => u.Email.EndsWith("@example.org"))
        .OrderBy(u => u.FullName)
        .Select(u => u.Plan)
        .Distinct()
        .ToList();
    log.LogInformation("{Count} plans", plans.Count);
    log.LogInformation("Plans {Plans}", plans);
}

//// GroupedByCity
public void Report(IReadOnlyCollection<User> users)
{
    foreach (var group in users.GroupBy(u => u.Home.City))
    {
        Console.WriteLine($"{group.Count()} users, {group.Select(u => u.Plan).First()}");
        Console.WriteLine($"in {group.Key}"); // LEAK INS3005
    }
}

//// GroupedByCountry
public void Report(IReadOnlyCollection<User> users)
{
    foreach (var group in users.GroupBy(u => u.Home.Country, u => u.Home.City))
    {
        Console.WriteLine($"{group.Key}: {group.Distinct().Count()} cities");
        Console.WriteLine($"{group.Key}: longest {group.Max(c => c.Length)}");
    }
}

//// AnonymousProjectionAgain
public void Export(IEnumerable<User> users, ILogger log)
{
    var rows = from u in users
               where u.Phone != null
               orderby u.Id
               select new { u.Id, u.Plan, Contact = u.Phone };
    foreach (var row in rows)
    {
        log.LogTrace("Row {Id} {Plan}", row.Id, row.Plan);
        log.LogTrace("Row {Row}", row); // LEAK INS3001
    }
}

//// NarrowProjection
public void Export(IEnumerable<User> users, ILogger log)
{
    var rows = from u in users
               let known = u.Phone != null
               where known || u.Salary > 0
               orderby u.BirthDate
               select new { u.Id, u.Plan, HasPhone = known };
    foreach (var row in rows)
        log.LogTrace("Row {Row}", row);
    log.LogTrace("{Count} rows", rows.Count());
}

//// AggregateNames
public void Invite(IList<User> users, Serilog.ILogger log)
{
    var total = users.Aggregate(0, (sum, u) => sum + u.FullName.Length);
    log.Information("Total length {Total}", total);
    var line = users.Aggregate("", (text, u) => text.Length == 0 ? u.FullName : text + ", " + u.FullName);
    log.Information("Inviting {Line}", line); // LEAK INS3001
}

//// LookupByMail
public void Index(IEnumerable<Customer> customers, ILogger log)
{
    var byLevel = customers.ToLookup(c => c.Level, c => c.Email);
    foreach (var level in byLevel)
        log.LogInformation("Level {Level}: {Count}", level.Key, level.Count());
    var gold = byLevel["gold"].FirstOrDefault() ?? "nobody";
    log.LogInformation("First gold: {Gold}", gold); // LEAK INS3001
}

//// JoinVisits
public void Correlate(IEnumerable<Visit> visits, IEnumerable<Visit> blocked, ILogger log)
{
    var hits = visits
        .Join(blocked, v => v.IpAddress, b => b.IpAddress, (v, b) => (v.Id, b.At))
        .ToList();
    foreach (var (id, since) in hits)
        log.LogWarning("Visit {Id} comes from a client blocked since {Since}", id, since);
    log.LogInformation("{Any}", hits.Any());
}

//// ZipAndIndex
public void Number(IReadOnlyList<User> users, NLog.Logger log)
{
    var labels = users.Select((u, i) => $"{i + 1}. {u.Plan}");
    foreach (var label in labels)
        log.Info(label);
    var pairs = users.Select(u => u.Display()).Zip(users.Select(u => u.Tier));
    foreach (var (name, tier) in pairs)
    {
        log.Info("tier {0}", tier);
        log.Info("initial is a letter: {0}", name.Length > 0 && char.IsLetter(name[0]));
    }
}

//// FlattenedRoles
public void Roles(IEnumerable<User> users, ILogger log)
{
    var roles = users.SelectMany(u => u.Roles, (u, role) => new { u.FullName, Role = role })
        .Where(x => x.FullName.StartsWith('A'))
        .Select(x => x.Role)
        .ToHashSet();
    log.LogInformation("Roles {Roles}", string.Join('|', roles));
    var index = users.ToDictionary(u => u.Email, u => u.Id);
    log.LogInformation("Ids {Ids}", index.Values.Order().ToArray().Length);
}

//// GroupedByCityAgain
public void Report(IUsers users, ILogger logger)
{
    var byCity = users.All().GroupBy(u => u.Home.City);
    foreach (var group in byCity)
    {
        logger.LogInformation("Group of {Count}", group.Count());
        logger.LogInformation("City {City}", group.Key); // LEAK INS3001
    }
}

//// GroupedByCountryAgain
public void Report(IUsers users, ILogger logger)
{
    var rows = users.All()
        .GroupBy(u => u.Home.Country, u => u.Home.City)
        .Select(g => new { Country = g.Key, Cities = g.Distinct().Count() })
        .OrderByDescending(r => r.Cities);
    foreach (var row in rows)
        logger.LogInformation("Row {Row}", row);
}

//// JoinedVisits
public void Report(IUsers users, IReadOnlyList<Visit> visits, ILogger logger)
{
    var joined =
        from user in users.All()
        join visit in visits on user.Key equals visit.Id
        where user.Tier == Tier.Paid
        select new { user.Plan, visit.At, Origin = visit.IpAddress };
    foreach (var row in joined)
    {
        logger.LogInformation("{Plan} at {At}", row.Plan, row.At);
        logger.LogInformation("From {Origin}", row.Origin); // LEAK INS3001
    }
}

//// OrderedByName
public void Report(IUsers users, ILogger logger)
{
    var ordered = users.All().OrderBy(u => u.FullName).ThenBy(u => u.Email).ToList();
    logger.LogInformation("Order {Ids}", string.Join(",", ordered.Select(u => u.Id)));
    var oldest = ordered.MinBy(u => u.BirthDate);
    logger.LogInformation("Oldest is on {Plan}", oldest?.Plan);
    logger.LogInformation("Any without phone: {Any}", ordered.Any(u => u.Phone is null));
}

//// AggregatedLine
public void Report(IUsers users, System.Diagnostics.Activity activity)
{
    var all = users.All().ToList();
    var ids = all.Aggregate("", (line, u) => line + u.Id + ",");
    var names = all.Aggregate(new System.Text.StringBuilder(), (sb, u) => sb.Append(u.FullName).Append(','), sb => sb.ToString());
    var chars = all.Aggregate(0, (sum, u) => sum + u.FullName.Length);
    activity.SetTag("ids", ids).SetTag("chars", chars);
    activity.SetTag("names", names.TrimEnd(',')); // LEAK INS3002
}

//// LookedUp
public void Report(IUsers users, ILogger logger)
{
    var lookup = users.All().ToLookup(u => u.Plan, u => u.Email);
    foreach (var plan in lookup)
    {
        logger.LogInformation("{Plan}: {Count}", plan.Key, plan.Count());
        foreach (var entry in plan.Take(3))
            logger.LogDebug("Sample {Entry}", entry); // LEAK INS3001
    }
}

//// ZippedColumns
public void Report(IUsers users, ILogger logger)
{
    var all = users.All().ToArray();
    var names = all.Select(u => u.FullName);
    var plans = all.Select(u => u.Plan);
    foreach (var (name, plan) in names.Zip(plans))
    {
        if (name.StartsWith('_'))
            continue;
        logger.LogInformation("Plan {Plan}", plan);
    }
    foreach (var item in plans.Zip(Enumerable.Range(1, all.Length), (p, i) => $"{i}. {p}"))
        logger.LogInformation("{Item}", item);
}

//// FlattenedAliasesAgain
public void Report(IUsers users, ILogger logger)
{
    var roles = users.All().SelectMany(u => u.Roles).Distinct().Order();
    var aliases = users.All().SelectMany(u => u.Aliases, (u, alias) => (u.Id, alias));
    logger.LogInformation("Roles {Roles}", string.Join(' ', roles));
    foreach (var (id, alias) in aliases.Where(a => a.alias.Length > 2))
    {
        logger.LogInformation("Alias owner {Id}", id);
        logger.LogInformation("Alias {Alias}", alias); // LEAK INS3001
    }
}

//// ProjectedThenDropped
public void Report(IUsers users, ILogger logger)
{
    var query = users.All()
        .Select(u => new { u.Id, u.Email, Card = new { u.Plan, u.Phone } })
        .Where(x => x.Email.Length > 0 && x.Card.Phone != null)
        .Select(x => new { x.Id, x.Card.Plan });
    foreach (var page in query.Chunk(50))
        logger.LogInformation("Page of {Count}: {First}", page.Length, page[0]);
}

//// LetClause
public void Report(IUsers users, Serilog.ILogger log)
{
    var flags =
        from user in users.All()
        let local = user.Email.Split('@')[0]
        let known = user.Aliases.Contains(local)
        orderby local
        select (user.Id, Known: known, Kind: local.Contains('.') ? "dotted" : "plain");
    foreach (var flag in flags)
        log.Information("Flag {Flag}", flag);
    log.Information("Dotted {Count}", flags.Count(f => f.Kind == "dotted"));
}

//// TopSalaries
public void Report(IUsers users, ILogger logger)
{
    var salaries = users.All().Where(u => u.Tier == Tier.Paid).Select(u => u.Salary).OrderDescending().ToList();
    logger.LogInformation("{Count} salaries", salaries.Count);
    if (salaries.Count > 0)
        logger.LogInformation("Highest {Amount}", salaries.First()); // LEAK INS3001
    var positive = salaries.TrueForAll(s => s > 0m);
    logger.LogInformation("All positive {Positive}", positive);
}

//// PlanOverview
public void Report(IUsers users, ILogger logger)
{
    var byPlan = users.All()
        .GroupBy(u => u.Plan)
        .Select(g => new { Plan = g.Key, Count = g.Count(), WithPhone = g.Count(u => u.Phone != null) })
        .OrderByDescending(x => x.Count)
        .ToList();
    foreach (var row in byPlan)
        logger.LogInformation("{Plan}: {Count} ({WithPhone} with phone)", row.Plan, row.Count, row.WithPhone);
    logger.LogInformation("All plans {Rows}", byPlan);
}

//// CityOverview
public void Report(IUsers users, ILogger logger)
{
    var byCity = users.All()
        .GroupBy(u => u.Home.City)
        .Select(g => new { City = g.Key, Count = g.Count() })
        .OrderByDescending(x => x.Count)
        .ToList();
    foreach (var row in byCity)
        logger.LogInformation("Group of {Count}", row.Count);
    var top = byCity.FirstOrDefault();
    logger.LogInformation("Largest {Top}", top); // LEAK INS3001
}

//// BestPaidId
public void Announce(IUsers users, ILogger logger)
{
    var best = users.All().OrderByDescending(u => u.Salary).First();
    var oldest = users.All().MinBy(u => u.BirthDate);
    logger.LogInformation("Best paid {Id}, oldest {Oldest}", best.Id, oldest?.Id);

    var top = users.All().Max(u => u.Salary);
    logger.LogInformation("Above the cap: {Above}", top > 200_000m);
    if (top < 0)
        throw new InvalidDataException($"Bad salary of {best.Id}");
}

//// QueryWithLet
public void Domains(IUsers users)
{
    var query =
        from user in users.All()
        let at = user.Email.IndexOf('@')
        where at > 0 && user.IsAdmin
        let domain = user.Email[(at + 1)..]
        orderby domain
        select (user.Id, Domain: domain, Size: user.Email.Length);

    foreach (var (id, domain, size) in query)
    {
        Console.WriteLine($"{id}: {size} characters");
        Console.WriteLine(domain); // LEAK INS3005
    }
}

//// QueryWithLetFiltered
public void Companies(IUsers users)
{
    var query =
        from user in users.All()
        let at = user.Email.IndexOf('@')
        let domain = user.Email[(at + 1)..]
        where domain == "example.org"
        orderby user.FullName
        select (user.Id, Known: domain.Length > 3, user.Plan);

    foreach (var (id, known, plan) in query)
    {
        Console.WriteLine($"{id}: {known}");
        Console.WriteLine(plan);
    }
    Console.WriteLine(query.Any() ? "some" : "none");
}

//// ManagerLookup
public void Link(IUsers users, ILogger logger)
{
    var phones = users.All().Where(u => u.Phone != null).ToDictionary(u => u.Id, u => u.Phone!);
    var plans = users.All().ToDictionary(u => u.Id, u => u.Plan);

    foreach (var user in users.All())
    {
        if (user.Manager is not { } boss)
            continue;
        logger.LogDebug("Manager {Id} on {Plan}", boss.Id, plans[boss.Id]);
        if (phones.TryGetValue(boss.Id, out var phone))
            logger.LogDebug("Manager {Id} at {Phone}", boss.Id, phone); // LEAK INS3001
    }
    logger.LogInformation("Phones known for {Ids}", phones.Keys);
}

//// AggregatedText
public string Summary(IUsers users, ILogger logger)
{
    var roles = users.All().SelectMany(u => u.Roles).Distinct().Order();
    var text = roles.Aggregate("", (all, role) => all + role + " ");
    var letters = users.All().Aggregate(0, (sum, u) => sum + u.FullName.Length);
    logger.LogInformation("Roles {Text}, {Letters} letters in names", text, letters);
    return text;
}

//// ZippedAliases
public void Compare(User left, User right, ILogger logger)
{
    var pairs = left.Aliases.Zip(right.Aliases, (a, b) => a + "=" + b).ToArray();
    var same = left.Aliases.Intersect(right.Aliases, StringComparer.OrdinalIgnoreCase).Count();
    logger.LogInformation("{Same} shared of {Total}", same, pairs.Length);
    if (same == 0)
        throw new InvalidOperationException("Nothing shared: " + string.Join(",", pairs)); // LEAK INS3004

    var flags = left.Aliases.Zip(right.Aliases).Select(p => p.First == p.Second);
    logger.LogInformation("Flags {Flags}", string.Join(",", flags));
}

//// JoinedVisitsAgain
private sealed record Hit(Guid Visit, string Place, DateTime At);

public void Join(IUsers users, IReadOnlyList<(int User, Visit Visit)> visits, ILogger logger)
{
    var hits = users.All().Join(
        visits,
        u => u.Id,
        v => v.User,
        (u, v) => new Hit(v.Visit.Id, u.Home.Country, v.Visit.At));
    var newest = hits.OrderBy(h => h.At).LastOrDefault();
    logger.LogInformation("Newest {Hit}", newest);
    logger.LogInformation("Chunked {Hits}", hits.Chunk(2).First().Select(h => h.Place));
    logger.LogInformation("First address known: {Known}", visits.Any(v => v.Visit.IpAddress != "::1"));
}

