//// IsDeclaration
void M(ILogger log, object o) { if (o is User u) log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// IsDeclarationSafe
void M(ILogger log, object o) { if (o is User u) log.LogInformation("{M}", u.Id); }
//// PropertyPattern
void M(ILogger log, object o) { if (o is User { Email: var m }) log.LogInformation("{M}", m); } // LEAK INS3001
//// PropertyPatternSafe
void M(ILogger log, object o) { if (o is User { Email: not "", Plan: var p }) log.LogInformation("{M}", p); }
//// NestedPropertyPattern
void M(ILogger log, User o) { if (o is { Home.City: { } city }) log.LogInformation("{M}", city); } // LEAK INS3001
//// NestedPropertyPatternSafe
void M(ILogger log, User o) { if (o is { Home.City: { Length: > 3 and var n } }) log.LogInformation("{M}", n); }
//// PositionalPattern
void M(ILogger log, Customer c) { if (c is (var id, var mail, _)) log.LogInformation("{M} {I}", mail, id); } // LEAK INS3001
//// PositionalPatternSafe
void M(ILogger log, Customer c) { if (c is (var id, _, var level)) log.LogInformation("{M} {I}", level, id); }
//// NotNullPattern
void M(ILogger log, User u) { if (u.Phone is { } p) log.LogInformation("{P}", p); } // LEAK INS3001
//// NotNullPatternFlag
void M(ILogger log, User u) { if (u.Phone is { } p) log.LogInformation("has phone"); else log.LogInformation("none"); }
//// ConstantPattern
void M(ILogger log, User u) { var known = u.Email is "root@x" or "admin@x"; log.LogInformation("{K}", known); }
//// SwitchOnType
void M(ILogger log, object o)
{
    switch (o)
    {
        case Customer c: log.LogInformation("{C}", c.Level); break;
        case User u when u.IsAdmin: log.LogInformation("{U}", u.FullName); break; // LEAK INS3001
        default: log.LogInformation("other"); break;
    }
}
//// SwitchExpressionType
string Describe(object o) => o switch { Customer c => c.Email, User u => u.Plan, _ => "?" };
void M(ILogger log, object o) => log.LogInformation("{O}", Describe(o)); // LEAK INS3001
//// SwitchExpressionTypeSafe
string Describe(object o) => o switch { Customer c => c.Level, User u => u.Plan, _ => "?" };
void M(ILogger log, object o) => log.LogInformation("{O}", Describe(o));
//// ListPattern
void M(ILogger log, User u) { if (u.Aliases is [var first, ..]) log.LogInformation("{F}", first); } // LEAK INS3001
//// ListPatternRest
void M(ILogger log, User u) { if (u.FullName.Split(' ') is [_, .. var rest]) log.LogInformation("{F}", string.Join(" ", rest)); } // LEAK INS3001
//// ListPatternSafe
void M(ILogger log, User u) { if (u.Roles is [var first, ..]) log.LogInformation("{F}", first); }
//// ListPatternCount
void M(ILogger log, User u) { log.LogInformation("{F}", u.Aliases is [] ? "none" : u.Aliases is [_] ? "one" : "many"); }
//// TuplePattern
void M(ILogger log, User u, Customer c) { var s = (u.Email, c.Level) switch { (var m, "gold") => m, _ => "" }; log.LogInformation("{F}", s); } // LEAK INS3001
//// TuplePatternSafe
void M(ILogger log, User u, Customer c) { var s = (u.Email, c.Level) switch { (_, var l) => l }; log.LogInformation("{F}", s); }
//// NegatedPattern
void M(ILogger log, object o) { if (o is not User u) return; log.LogInformation("{F}", u.Email); } // LEAK INS3001
//// RelationalPattern
void M(ILogger log, User u) { log.LogInformation("{F}", u.Salary is > 5000 ? "high" : "low"); }
//// VarPatternWhen
void M(ILogger log, User u) { switch (u.Email) { case var m when m.Contains('+'): log.LogInformation("plus address"); break; } }
//// VarPatternLeak
void M(ILogger log, User u) { switch (u.Email) { case var m when m.Contains('+'): log.LogInformation("plus address {M}", m); break; } } // LEAK INS3001
//// DeconstructInForeach
void M(ILogger log, List<Customer> cs) { foreach (var (id, mail, _) in cs) log.LogInformation("{I} {M}", id, mail); } // LEAK INS3001
//// DeconstructInForeachSafe
void M(ILogger log, List<Customer> cs) { foreach (var (id, _, level) in cs) log.LogInformation("{I} {M}", id, level); }
//// NestedDeconstruct
void M(ILogger log, Customer c) { var ((id, mail, _), n) = (c, 3); log.LogInformation("{I} {M} {N}", id, mail, n); } // LEAK INS3001
//// NestedDeconstructSafe
void M(ILogger log, Customer c) { var ((id, _, level), n) = (c, 3); log.LogInformation("{I} {M} {N}", id, level, n); }
//// DiscardedPart
void M(ILogger log, Customer c) { (_, _, var level) = c; log.LogInformation("{M}", level); }
