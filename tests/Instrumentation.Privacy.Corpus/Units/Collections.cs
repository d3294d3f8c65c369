//// ListOfMails
void M(ILogger log, User u) { var list = new List<string> { u.Email }; log.LogInformation("{L}", list); } // LEAK INS3001
//// ListOfIds
void M(ILogger log, User u) { var list = new List<int> { u.Id }; log.LogInformation("{L}", list); }
//// ListAdd
void M(ILogger log, IEnumerable<User> us) { var l = new List<string>(); foreach (var u in us) l.Add(u.Email); log.LogInformation("all: {L}", string.Join(",", l)); } // LEAK INS3001
//// ListAddSafe
void M(ILogger log, IEnumerable<User> us) { var l = new List<string>(); foreach (var u in us) l.Add(u.Plan); log.LogInformation("all: {L}", string.Join(",", l)); }
//// ListIndexed
void M(ILogger log, User u) { var l = new List<string>(); l.Add(u.Email); log.LogInformation("{L}", l[0]); } // LEAK INS3001
//// ListCount
void M(ILogger log, User u) { var l = new List<string>(); l.Add(u.Email); log.LogInformation("{L}", l.Count); }
//// ListCleared
void M(ILogger log, User u) { var l = new List<string> { u.Email }; l.Clear(); l.Add("x"); log.LogInformation("{L}", l[0]); }
//// ListContains
void M(ILogger log, User u, List<string> banned) { var hit = banned.Contains(u.Email); log.LogInformation("{H} {L}", hit, banned); }
//// ArrayElements
void M(ILogger log, User u) { var a = new string[2]; a[0] = "x"; a[1] = u.Email; log.LogInformation("{A}", a[1]); } // LEAK INS3001
//// ArrayOtherElement
void M(ILogger log, User u) { var a = new string[2]; a[0] = "x"; a[1] = u.Email; log.LogInformation("{A}", a[0]); }
//// ArrayUnknownIndex
void M(ILogger log, User u, int i) { var a = new string[2]; a[i] = u.Email; log.LogInformation("{A}", a[0]); } // LEAK INS3001
//// ArrayInit
void M(ILogger log, User u) { string[] a = [u.Plan, u.FullName]; log.LogInformation("{A}", a[1]); } // LEAK INS3001
//// ArrayInitOther
void M(ILogger log, User u) { string[] a = [u.Plan, u.FullName]; log.LogInformation("{A}", a[0]); }
//// ArrayLength
void M(ILogger log, User u) { string[] a = [u.Plan, u.FullName]; log.LogInformation("{A}", a.Length); }
//// Spread
void M(ILogger log, User u) { string[] a = ["x", .. u.Aliases]; log.LogInformation("{A}", string.Join(" ", a)); } // LEAK INS3001
//// SpreadSafe
void M(ILogger log, User u) { string[] a = ["x", .. u.Roles]; log.LogInformation("{A}", string.Join(" ", a)); }
//// DictionaryByKey
void M(ILogger log, User u) { var d = new Dictionary<string, string> { ["mail"] = u.Email, ["plan"] = u.Plan }; log.LogInformation("{D}", d["mail"]); } // LEAK INS3001
//// DictionaryOtherKey
void M(ILogger log, User u) { var d = new Dictionary<string, string> { ["mail"] = u.Email, ["plan"] = u.Plan }; log.LogInformation("{D}", d["plan"]); }
//// DictionaryWhole
void M(ILogger log, User u) { var d = new Dictionary<string, object> { ["mail"] = u.Email, ["plan"] = u.Plan }; log.LogInformation("{D}", d); } // LEAK INS3001
//// DictionaryValuesJoined
void M(ILogger log, User u) { var d = new Dictionary<int, string>(); d.Add(u.Id, u.FullName); log.LogInformation("{D}", string.Join(",", d.Values)); } // LEAK INS3001
//// DictionaryKeysJoined
void M(ILogger log, User u) { var d = new Dictionary<int, string>(); d.Add(u.Id, u.FullName); log.LogInformation("{D}", string.Join(",", d.Keys)); }
//// DictionaryTaintedKeys
void M(ILogger log, User u) { var d = new Dictionary<string, int>(); d[u.Email] = u.Id; log.LogInformation("{D}", string.Join(",", d.Keys)); } // LEAK INS3001
//// DictionaryTaintedKeysValues
void M(ILogger log, User u) { var d = new Dictionary<string, int>(); d[u.Email] = u.Id; log.LogInformation("{D}", string.Join(",", d.Values)); }
//// LookupByMail
void M(ILogger log, User u, Dictionary<string, int> ids) { var id = ids[u.Email]; log.LogInformation("{Id}", id); }
//// LookupTextByMail
void M(ILogger log, User u, Dictionary<string, string> tenants) { if (tenants.TryGetValue(u.Email, out var t)) log.LogInformation("{T}", t); }
//// TryGetValue
void M(ILogger log, User u) { var d = new Dictionary<string, string> { { "n", u.FullName } }; if (d.TryGetValue("n", out var v)) log.LogInformation("{V}", v); } // LEAK INS3001
//// TryGetOther
void M(ILogger log, User u) { var d = new Dictionary<string, string> { { "n", u.FullName }, { "p", u.Plan } }; if (d.TryGetValue("p", out var v)) log.LogInformation("{V}", v); }
//// DictionaryForeach
void M(ILogger log, User u) { var d = new Dictionary<string, string> { ["n"] = u.FullName }; foreach (var (k, v) in d) log.LogInformation("{K}={V}", k, v); } // LEAK INS3001
//// DictionaryForeachKey
void M(ILogger log, User u) { var d = new Dictionary<string, string> { ["n"] = u.FullName }; foreach (var pair in d) log.LogInformation("{K}", pair.Key); }
//// DictionaryOverwritten
void M(ILogger log, User u) { var d = new Dictionary<string, string> { ["n"] = u.FullName }; d["n"] = "-"; log.LogInformation("{V}", d["n"]); }
//// HashSetOfMails
void M(ILogger log, IUsers users) { var s = new HashSet<string>(); foreach (var u in users.All()) s.Add(u.Email); foreach (var m in s) log.LogInformation("{M}", m); } // LEAK INS3001
//// QueueOfMails
void M(ILogger log, User u) { var q = new Queue<string>(); q.Enqueue(u.Email); log.LogInformation("{M}", q.Peek()); } // LEAK INS3001
//// StackOfMails
void M(ILogger log, User u) { var q = new Stack<string>(); q.Push(u.Email); log.LogInformation("{M}", q.Pop()); } // LEAK INS3001
//// ConcurrentMap
void M(ILogger log, User u) { var c = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); c.TryAdd(1, u.Email); log.LogInformation("{M}", c.GetOrAdd(1, _ => "")); } // LEAK INS3001
//// Immutable
void M(ILogger log, User u) { var l = System.Collections.Immutable.ImmutableList<string>.Empty.Add(u.Email); log.LogInformation("{M}", l[0]); } // LEAK INS3001
//// ImmutableOld
void M(ILogger log, User u) { var old = System.Collections.Immutable.ImmutableList.Create("a"); var l = old.Add(u.Email); log.LogInformation("{M} {N}", old[0], l.Count); }
//// LinkedList
void M(ILogger log, User u) { var l = new LinkedList<string>(); l.AddLast(u.Email); log.LogInformation("{M}", l.First!.Value); } // LEAK INS3001
//// AddRange
void M(ILogger log, User u) { var l = new List<string>(); l.AddRange(u.Aliases); log.LogInformation("{M}", l.First()); } // LEAK INS3001
//// ListOfUsers
void M(ILogger log, List<User> us) => log.LogInformation("{M}", us[0].Email); // LEAK INS3001
//// ListOfUsersIds
void M(ILogger log, List<User> us) => log.LogInformation("{M}", us[0].Id);
//// ListOfUsersWhole
void M(ILogger log, List<User> us) => log.LogInformation("{M}", us);
//// ListOfRecords
void M(ILogger log, List<Customer> cs) => log.LogInformation("{M}", cs); // LEAK INS3001
//// ListOfRecordsFirst
void M(ILogger log, List<Customer> cs) => log.LogInformation("{M}", cs[0]); // LEAK INS3001
//// ListOfRecordsLevels
void M(ILogger log, List<Customer> cs) => log.LogInformation("{M}", cs.Select(c => c.Level));
//// ForeachUsers
void M(ILogger log, User[] us) { foreach (var u in us) { log.LogInformation("{Id} {Mail}", u.Id, u.Email); } } // LEAK INS3001
//// ForLoopUsers
void M(ILogger log, User[] us) { for (int i = 0; i < us.Length; ++i) log.LogInformation("{Id}", us[i].Phone); } // LEAK INS3001
//// Matrix
void M(ILogger log, User u) { var m = new string[1, 1]; m[0, 0] = u.Email; log.LogInformation("{X}", m[0, 0]); } // LEAK INS3001
//// Jagged
void M(ILogger log, User u) { string[][] m = [[u.Email], ["x"]]; log.LogInformation("{X}", m[0][0]); } // LEAK INS3001
//// JaggedOther
void M(ILogger log, User u) { string[][] m = [[u.Email], ["x"]]; log.LogInformation("{X}", m[1][0]); }
//// CopyOfList
void M(ILogger log, User u) { var a = new List<string> { u.Email }; var b = new List<string>(a); log.LogInformation("{X}", b[0]); } // LEAK INS3001
//// PriorityQueue
void M(ILogger log, User u) { var q = new PriorityQueue<string, int>(); q.Enqueue(u.Email, 1); log.LogInformation("{X}", q.Dequeue()); } // LEAK INS3001
//// ValueTuplesInList
void M(ILogger log, User u) { var l = new List<(int Id, string Mail)> { (u.Id, u.Email) }; foreach (var (id, mail) in l) log.LogInformation("{I} {M}", id, mail); } // LEAK INS3001
//// ValueTuplesInListId
void M(ILogger log, User u) { var l = new List<(int Id, string Mail)> { (u.Id, u.Email) }; foreach (var (id, _) in l) log.LogInformation("{I}", id); }
//// NestedDictionary
void M(ILogger log, User u) { var d = new Dictionary<string, Dictionary<string, string>> { ["a"] = new() { ["b"] = u.Email } }; log.LogInformation("{I}", d["a"]["b"]); } // LEAK INS3001
//// ArrayCopy
void M(ILogger log, User u) { string[] a = [u.Email], b = new string[1]; Array.Copy(a, b, 1); log.LogInformation("{I}", b[0]); } // LEAK INS3001
//// KeyValuePairKey
void M(ILogger log, User u) { var p = new KeyValuePair<int, string>(u.Id, u.Email); log.LogInformation("{I}", p.Key); }
//// KeyValuePairValue
void M(ILogger log, User u) { var p = KeyValuePair.Create(u.Id, u.Email); log.LogInformation("{I}", p.Value); } // LEAK INS3001
//// KeyValuePairWhole
void M(ILogger log, User u) { var p = new KeyValuePair<int, string>(u.Id, u.Email); log.LogInformation("{I}", p); } // LEAK INS3001
