//// SetTag
void M(User u) => System.Diagnostics.Activity.Current?.SetTag("user.email", u.Email); // LEAK INS3002
//// SetTagId
void M(User u) => System.Diagnostics.Activity.Current?.SetTag("user.id", u.Id);
//// SetTagKey
void M(User u) => System.Diagnostics.Activity.Current?.SetTag("seen." + u.Email, true); // LEAK INS3002
//// SetTagInterpolated
void M(System.Diagnostics.Activity a, User u) => a.SetTag("who", $"{u.Id}/{u.FullName}"); // LEAK INS3002
//// SetTagChain
void M(System.Diagnostics.Activity a, User u) => a.SetTag("id", u.Id).SetTag("mail", u.Email); // LEAK INS3002
//// SetTagChainSafe
void M(System.Diagnostics.Activity a, User u) => a.SetTag("id", u.Id).SetTag("plan", u.Plan);
//// AddTag
void M(System.Diagnostics.Activity a, User u) { a.AddTag("phone", u.Phone); } // LEAK INS3002
//// Baggage
void M(System.Diagnostics.Activity a, User u) { a.SetBaggage("who", u.Email); } // LEAK INS3002
//// BaggageSafe
void M(System.Diagnostics.Activity a, User u) { a.AddBaggage("plan", u.Plan); }
//// DisplayName
void M(System.Diagnostics.Activity a, User u) { a.DisplayName = "checkout " + u.FullName; } // LEAK INS3002
//// DisplayNameSafe
void M(System.Diagnostics.Activity a, User u) { a.DisplayName = "checkout " + u.Tier; }
//// StatusDescription
void M(System.Diagnostics.Activity a, User u) => a.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "no mailbox " + u.Email); // LEAK INS3002
//// StatusDescriptionSafe
void M(System.Diagnostics.Activity a, User u) => a.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "no mailbox");
//// AddEvent
void M(System.Diagnostics.Activity a, User u) => a.AddEvent(new System.Diagnostics.ActivityEvent("login", tags: new System.Diagnostics.ActivityTagsCollection { ["mail"] = u.Email })); // LEAK INS3002
//// AddEventSafe
void M(System.Diagnostics.Activity a, User u) => a.AddEvent(new System.Diagnostics.ActivityEvent("login", tags: new System.Diagnostics.ActivityTagsCollection { ["id"] = u.Id }));
//// EventName
void M(System.Diagnostics.Activity a, User u) => a.AddEvent(new System.Diagnostics.ActivityEvent("login of " + u.Email)); // LEAK INS3002
//// TagsCollectionBefore
void M(System.Diagnostics.Activity a, User u) { var tags = new System.Diagnostics.ActivityTagsCollection(); tags.Add("mail", u.Email); a.AddEvent(new System.Diagnostics.ActivityEvent("x", tags: tags)); } // LEAK INS3002
//// TagsCollectionUnused
void M(System.Diagnostics.Activity a, User u) { var tags = new System.Diagnostics.ActivityTagsCollection(); tags.Add("mail", u.Email); a.AddEvent(new System.Diagnostics.ActivityEvent("x")); }
//// StartName
private static readonly System.Diagnostics.ActivitySource s_source = new("x");
void M(User u) { using var a = s_source.StartActivity("greet " + u.FullName); } // LEAK INS3002
//// StartNameSafe
private static readonly System.Diagnostics.ActivitySource s_source = new("x");
void M(User u) { using var a = s_source.StartActivity("greet"); a?.SetTag("n", u.FullName.Length); }
//// StartTags
private static readonly System.Diagnostics.ActivitySource s_source = new("x");
void M(User u) { using var a = s_source.StartActivity("greet", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), new Dictionary<string, object?> { ["m"] = u.Email }); } // LEAK INS3002
//// AddException
void M(System.Diagnostics.Activity a, Exception e) => a.AddException(e);
//// LinkTags
void M(System.Diagnostics.Activity a, User u) => a.AddLink(new System.Diagnostics.ActivityLink(default, new System.Diagnostics.ActivityTagsCollection { { "m", u.Email } })); // LEAK INS3002
//// CustomProperty
void M(System.Diagnostics.Activity a, User u) => a.SetCustomProperty("user", u.Email);
//// OTelBaggage
void M(User u) => OpenTelemetry.Baggage.SetBaggage("user", u.Email); // LEAK INS3002
//// OTelBaggageSafe
void M(User u) => OpenTelemetry.Baggage.SetBaggage("user", u.Key.ToString());
//// OTelSpan
void M(OpenTelemetry.Trace.Tracer t, User u) { var s = t.StartSpan("x"); s.SetAttribute("mail", u.Email); } // LEAK INS3002
//// OTelSpanSafe
void M(OpenTelemetry.Trace.Tracer t, User u) { var s = t.StartSpan("x"); s.SetAttribute("id", u.Id); }
//// OTelSpanName
void M(OpenTelemetry.Trace.Tracer t, User u) { var s = t.StartActiveSpan("user " + u.Email); } // LEAK INS3002
//// OTelUpdateName
void M(OpenTelemetry.Trace.TelemetrySpan s, User u) => s.UpdateName(u.FullName); // LEAK INS3002
//// HelperTag
static void Tag(string k, object? v) => System.Diagnostics.Activity.Current?.SetTag(k, v); // LEAK INS3002
void M(User u) => Tag("mail", u.Email);
//// HelperTagSafe
static void Tag(string k, object? v) => System.Diagnostics.Activity.Current?.SetTag(k, v);
void M(User u) => Tag("mail.length", u.Email.Length);
//// ParentIdSafe
void M(System.Diagnostics.Activity a, User u) { var x = new System.Diagnostics.Activity("op"); x.SetParentId(a.Id!); x.SetTag("tier", u.Tier.ToString()); }
//// TagArray
void M(System.Diagnostics.Activity a, User u) => a.SetTag("names", new[] { u.FullName }); // LEAK INS3002
//// BoolTag
void M(System.Diagnostics.Activity a, User u) => a.SetTag("has.phone", u.Phone != null);
