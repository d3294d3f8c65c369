//// SelectMails
void M(ILogger log, IUsers users) => log.LogInformation("{M}", string.Join(",", users.All().Select(u => u.Email))); // LEAK INS3001
//// SelectIds
void M(ILogger log, IUsers users) => log.LogInformation("{M}", string.Join(",", users.All().Select(u => u.Id)));
//// WhereByMail
void M(ILogger log, IUsers users) => log.LogInformation("{M}", users.All().Where(u => u.Email.Length > 3).Select(u => u.Id).ToList());
//// WhereThenMail
void M(ILogger log, IUsers users) => log.LogInformation("{M}", users.All().Where(u => u.IsAdmin).Select(u => u.Email).FirstOrDefault()); // LEAK INS3001
//// First
void M(ILogger log, IUsers users) { var u = users.All().First(x => x.IsAdmin); log.LogInformation("{M}", u.Phone); } // LEAK INS3001
//// FirstId
void M(ILogger log, IUsers users) { var u = users.All().First(x => x.Email == "a"); log.LogInformation("{M}", u.Id); }
//// OrderByName
void M(ILogger log, IUsers users) { foreach (var id in users.All().OrderBy(u => u.FullName).Select(u => u.Id)) log.LogInformation("{M}", id); }
//// OrderByNameThenShow
void M(ILogger log, IUsers users) { foreach (var n in users.All().OrderBy(u => u.Id).Select(u => u.FullName)) log.LogInformation("{M}", n); } // LEAK INS3001
//// QuerySyntax
void M(ILogger log, IUsers users) { var q = from u in users.All() where u.IsAdmin select u.Email; log.LogInformation("{Q}", q.First()); } // LEAK INS3001
//// QuerySyntaxSafe
void M(ILogger log, IUsers users) { var q = from u in users.All() where u.Email != "" orderby u.Email select u.Plan; log.LogInformation("{Q}", q.First()); }
//// QueryLet
void M(ILogger log, IUsers users) { var q = from u in users.All() let m = u.Email.ToLower() select new { u.Id, m }; foreach (var x in q) log.LogInformation("{Q}", x.m); } // LEAK INS3001
//// QueryLetId
void M(ILogger log, IUsers users) { var q = from u in users.All() let m = u.Email.ToLower() select new { u.Id, m }; foreach (var x in q) log.LogInformation("{Q}", x.Id); }
//// AnonymousProjection
void M(ILogger log, IUsers users) { foreach (var x in users.All().Select(u => new { u.Id, Mail = u.Email })) log.LogInformation("{X}", x); } // LEAK INS3001
//// AnonymousProjectionSafe
void M(ILogger log, IUsers users) { foreach (var x in users.All().Select(u => new { u.Id, u.Plan })) log.LogInformation("{X}", x); }
//// GroupByDomain
void M(ILogger log, IUsers users) { foreach (var g in users.All().GroupBy(u => u.Email.Split('@')[1])) log.LogInformation("{G}", g.Key); } // LEAK INS3001
//// GroupByPlan
void M(ILogger log, IUsers users) { foreach (var g in users.All().GroupBy(u => u.Plan)) log.LogInformation("{G} {N}", g.Key, g.Count()); }
//// GroupElements
void M(ILogger log, IUsers users) { foreach (var g in users.All().GroupBy(u => u.Plan)) foreach (var u in g) log.LogInformation("{G}", u.FullName); } // LEAK INS3001
//// GroupCountOfMail
void M(ILogger log, IUsers users) { foreach (var g in users.All().GroupBy(u => u.Email)) log.LogInformation("{G}", g.Count()); }
//// ToDictionaryById
void M(ILogger log, IUsers users) { var d = users.All().ToDictionary(u => u.Id, u => u.Email); log.LogInformation("{G}", d[3]); } // LEAK INS3001
//// ToDictionaryByMail
void M(ILogger log, IUsers users) { var d = users.All().ToDictionary(u => u.Email, u => u.Id); log.LogInformation("{G}", d["x"]); }
//// ToDictionaryKeys
void M(ILogger log, IUsers users) { var d = users.All().ToDictionary(u => u.Email, u => u.Id); log.LogInformation("{G}", d.Keys.First()); } // LEAK INS3001
//// Aggregate
void M(ILogger log, IUsers users) => log.LogInformation("{A}", users.All().Select(u => u.FullName).Aggregate((a, b) => a + ", " + b)); // LEAK INS3001
//// AggregateSeed
void M(ILogger log, IUsers users) => log.LogInformation("{A}", users.All().Aggregate("", (a, u) => a + u.Email)); // LEAK INS3001
//// AggregateSeedSafe
void M(ILogger log, IUsers users) => log.LogInformation("{A}", users.All().Aggregate(0, (a, u) => a + u.Id));
//// CountAndAny
void M(ILogger log, IUsers users) => log.LogInformation("{A} {B}", users.All().Count(u => u.Email != ""), users.All().Any(u => u.Phone is null));
//// SelectMany
void M(ILogger log, IUsers users) => log.LogInformation("{A}", users.All().SelectMany(u => u.Aliases).First()); // LEAK INS3001
//// SelectManyRoles
void M(ILogger log, IUsers users) => log.LogInformation("{A}", users.All().SelectMany(u => u.Roles).Distinct().First());
//// Zip
void M(ILogger log, IUsers users, string[] labels) { foreach (var (l, m) in labels.Zip(users.All().Select(u => u.Email))) log.LogInformation("{L} {M}", l, m); } // LEAK INS3001
//// ZipLabels
void M(ILogger log, IUsers users, string[] labels) { foreach (var (l, _) in labels.Zip(users.All().Select(u => u.Email))) log.LogInformation("{L}", l); }
//// JoinTables
void M(ILogger log, IUsers users, Dictionary<int, string> teams) { var q = users.All().Join(teams, u => u.Id, t => t.Key, (u, t) => (Team: t.Value, u.Email)); foreach (var x in q) log.LogInformation("{X}", x.Email); } // LEAK INS3001
//// JoinTablesTeam
void M(ILogger log, IUsers users, Dictionary<int, string> teams) { var q = users.All().Join(teams, u => u.Id, t => t.Key, (u, t) => (Team: t.Value, u.Email)); foreach (var x in q) log.LogInformation("{X}", x.Team); }
//// Concat
void M(ILogger log, IUsers users, string[] more) { var all = more.Concat(users.All().Select(u => u.Email)); log.LogInformation("{X}", all.Last()); } // LEAK INS3001
//// Except
void M(ILogger log, IUsers users, string[] known) { var rest = known.Except(users.All().Select(u => u.Email)); log.LogInformation("{X}", rest.Count()); }
//// ExceptValues
void M(ILogger log, IUsers users, string[] roles) { var rest = roles.Except(users.All().Select(u => u.Email)); log.LogInformation("{X}", rest.First()); }
//// MaxSalary
void M(ILogger log, IUsers users) => log.LogInformation("{X}", users.All().Max(u => u.Salary)); // LEAK INS3001
//// MaxId
void M(ILogger log, IUsers users) => log.LogInformation("{X}", users.All().Max(u => u.Id));
//// MaxBy
void M(ILogger log, IUsers users) => log.LogInformation("{X}", users.All().MaxBy(u => u.Salary)!.Id);
//// ForEachMethod
void M(ILogger log, List<User> users) => users.ForEach(u => log.LogInformation("{X}", u.Email)); // LEAK INS3001
//// ForEachMethodSafe
void M(ILogger log, List<User> users) => users.ForEach(u => log.LogInformation("{X}", u.Key));
//// ConvertAll
void M(ILogger log, List<User> users) { var l = users.ConvertAll(u => u.FullName); log.LogInformation("{X}", l[0]); } // LEAK INS3001
//// ArrayConvert
void M(ILogger log, User[] users) { var l = Array.ConvertAll(users, u => u.FullName); log.LogInformation("{X}", l[0]); } // LEAK INS3001
//// ArrayFind
void M(ILogger log, User[] users) { var l = Array.Find(users, u => u.FullName == "x"); log.LogInformation("{X}", l?.Plan); }
//// Skip
void M(ILogger log, IUsers users) { var l = users.All().Skip(1).Take(3).Reverse().ToArray(); log.LogInformation("{X}", l[0].Email); } // LEAK INS3001
//// Deferred
void M(ILogger log, IUsers users) { var mails = users.All().Select(u => u.Email); Use(mails); log.LogInformation("{N}", mails.Count()); }
static void Use(IEnumerable<string> m) { }
//// MethodGroupSelector
static string MailOf(User u) => u.Email;
void M(ILogger log, IUsers users) => log.LogInformation("{X}", users.All().Select(MailOf).First()); // LEAK INS3001
//// MethodGroupSelectorSafe
static string PlanOf(User u) => u.Plan;
void M(ILogger log, IUsers users) => log.LogInformation("{X}", users.All().Select(PlanOf).First());
//// ParallelLoop
void M(ILogger log, IUsers users) => Parallel.ForEach(users.All(), u => log.LogInformation("{X}", u.Email)); // LEAK INS3001
//// ParallelLoopSafe
void M(ILogger log, IUsers users) => Parallel.ForEach(users.All(), u => log.LogInformation("{X}", u.Tier));
//// Indexed
void M(ILogger log, IUsers users) { foreach (var (i, u) in users.All().Index()) log.LogInformation("{I} {X}", i, u.Email); } // LEAK INS3001
//// Chunked
void M(ILogger log, IUsers users) { foreach (var c in users.All().Chunk(10)) log.LogInformation("{X}", c[0].Email); } // LEAK INS3001
//// ChunkedSize
void M(ILogger log, IUsers users) { foreach (var c in users.All().Chunk(10)) log.LogInformation("{X}", c.Length); }
//// LookupValues
void M(ILogger log, IUsers users) { var l = users.All().ToLookup(u => u.Plan, u => u.Email); foreach (var g in l) log.LogInformation("{K}", g.First()); } // LEAK INS3001
//// LookupKeys
void M(ILogger log, IUsers users) { var l = users.All().ToLookup(u => u.Plan, u => u.Email); foreach (var g in l) log.LogInformation("{K}", g.Key); }
//// CastOfType
void M(ILogger log, object[] things) { foreach (var u in things.OfType<User>()) log.LogInformation("{K}", u.Email); } // LEAK INS3001
//// DistinctBy
void M(ILogger log, IUsers users) => log.LogInformation("{N}", users.All().DistinctBy(u => u.Email).Count());
//// Average
void M(ILogger log, IUsers users) => log.LogInformation("{N}", users.All().Average(u => u.Id));
